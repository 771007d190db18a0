// Unpacker: the body of an answer as it arrives, unpacked, and never larger than allowed.
//
// Knows "identity" and "gzip", which is all that is asked for. A packed body that would grow beyond the limit is left at the
// limit: memory does not follow it. Thread rule: one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace br::rest {

class Unpacker final {
public:
    enum class State { Good, TooLarge, Broken, UnknownEncoding };

    Unpacker(std::string_view encoding, int64_t limit); // the Content-Encoding header
    ~Unpacker();
    Unpacker(const Unpacker &) = delete;
    Unpacker &operator=(const Unpacker &) = delete;

    State feed(std::string_view bytes);
    State state() const { return m_state; }
    bool whole() const; // false: a packed body that lacks its end
    std::string take() { return std::move(m_body); }

private:
    State inflateSome(std::string_view bytes);

    struct Stream;
    std::unique_ptr<Stream> m_stream; // null: not packed
    std::string m_body;
    int64_t m_limit;
    State m_state = State::Good;
};

} // namespace br::rest
