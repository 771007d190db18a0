#include "connectors/rest/http/unpacker.h"

#include "core/base/text.h"

#include <array>

#include <zlib.h>

namespace br::rest {

struct Unpacker::Stream {
    z_stream zlib = {};
    bool begun = false;
    bool ended = false;
};

Unpacker::Unpacker(std::string_view encoding, int64_t limit)
    : m_limit(limit)
{
    const std::string name = folded(encoding);
    if (name.empty() || name == "identity")
        return;
    if (name != "gzip" && name != "x-gzip") {
        m_state = State::UnknownEncoding;
        return;
    }
    m_stream = std::make_unique<Stream>();
    if (inflateInit2(&m_stream->zlib, 15 + 16) != Z_OK)
        m_state = State::Broken;
}

Unpacker::~Unpacker()
{
    if (m_stream)
        inflateEnd(&m_stream->zlib);
}

bool Unpacker::whole() const { return !m_stream || m_stream->ended || !m_stream->begun; }

Unpacker::State Unpacker::feed(std::string_view bytes)
{
    if (m_state != State::Good || bytes.empty())
        return m_state;
    if (m_stream)
        return m_state = inflateSome(bytes);
    if (int64_t(m_body.size() + bytes.size()) > m_limit)
        return m_state = State::TooLarge;
    m_body.append(bytes);
    return m_state;
}

Unpacker::State Unpacker::inflateSome(std::string_view bytes)
{
    static thread_local std::array<char, 65536> piece;
    z_stream &zlib = m_stream->zlib;
    m_stream->begun = true;
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = uInt(bytes.size());
    while (zlib.avail_in > 0) {
        if (m_stream->ended) { // a further member of the same body
            if (inflateReset(&zlib) != Z_OK)
                return State::Broken;
            m_stream->ended = false;
        }
        zlib.next_out = reinterpret_cast<Bytef *>(piece.data());
        zlib.avail_out = uInt(piece.size());
        const int outcome = inflate(&zlib, Z_NO_FLUSH);
        const size_t got = piece.size() - zlib.avail_out;
        if (int64_t(m_body.size() + got) > m_limit)
            return State::TooLarge;
        m_body.append(piece.data(), got);
        m_stream->ended = outcome == Z_STREAM_END;
        if (outcome == Z_BUF_ERROR)
            break;
        if (outcome != Z_OK && outcome != Z_STREAM_END)
            return State::Broken;
    }
    return State::Good;
}

} // namespace br::rest
