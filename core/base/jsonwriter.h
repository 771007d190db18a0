// JsonWriter: writes one JSON document piece by piece to a sink, in constant memory.
//
// Decimals are written as strings, absent values as null. Elements of the outermost array or object start on a line of
// their own. The caller keeps begin and end in balance. Text is UTF-8; bytes that are not are written as U+FFFD.
// Errors: a sink that answers false makes everything after it silent and good() false. Thread rule: one thread.
#pragma once

#include "core/base/decimal.h"
#include "core/base/id.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace br {

class JsonWriter final {
public:
    using Sink = std::function<bool(std::string_view)>;

    explicit JsonWriter(Sink sink);
    ~JsonWriter();
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(std::string_view name);

    JsonWriter &text(std::string_view value);
    JsonWriter &integer(int64_t value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    template <int Places>
    JsonWriter &decimal(const std::optional<Fixed<Places>> &value, int minPlaces = 0)
    {
        return value ? text(value->toString(minPlaces)) : null();
    }

    // Members of an object.
    JsonWriter &member(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter &memberOrNull(std::string_view name, std::string_view value)
    {
        return value.empty() ? key(name).null() : key(name).text(value);
    }
    template <class Tag>
    JsonWriter &member(std::string_view name, const Id<Tag> &id)
    {
        return memberOrNull(name, id.text);
    }
    JsonWriter &number(std::string_view name, int64_t value) { return key(name).integer(value); }
    JsonWriter &flag(std::string_view name, bool value) { return key(name).boolean(value); }
    template <int Places>
    JsonWriter &decimal(std::string_view name, const std::optional<Fixed<Places>> &value, int minPlaces = 0)
    {
        return key(name).decimal(value, minPlaces);
    }

    // Ends the document with a line break and hands over what is left; false when the sink refused anything.
    bool finish();
    bool good() const { return m_good; }

private:
    void separate();
    JsonWriter &begin(char bracket);
    JsonWriter &end(char bracket);
    JsonWriter &plain(std::string_view token);
    void quote(std::string_view value);
    void handOver();

    Sink m_sink;
    std::string m_buffer;
    std::vector<bool> m_hasElements; // one an open bracket
    bool m_afterKey = false;
    bool m_good = true;
};

} // namespace br
