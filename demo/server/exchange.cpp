#include "demo/server/exchange.h"

#include <QByteArray>

#include <zlib.h>

namespace br::demo {

std::string FakeRequest::header(std::string_view lowerCaseName) const
{
    for (const auto &[name, value] : headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

std::optional<std::string> FakeRequest::parameter(const std::string &name) const
{
    const auto pairs = decodedPairs(query);
    const auto found = pairs.find(name);
    return found == pairs.end() ? std::nullopt : std::optional(found->second);
}

std::string FakeRequest::parameter(const std::string &name, const std::string &otherwise) const
{
    return parameter(name).value_or(otherwise);
}

int64_t FakeRequest::number(const std::string &name, int64_t otherwise) const
{
    bool ok = false;
    const qlonglong value = QByteArray::fromStdString(parameter(name, {})).toLongLong(&ok);
    return ok ? value : otherwise;
}

std::map<std::string, std::string> FakeRequest::form() const { return decodedPairs(body); }

std::string percentDecoded(std::string_view text)
{
    return QByteArray::fromPercentEncoding(QByteArray(text.data(), qsizetype(text.size())).replace('+', ' ')).toStdString();
}

std::map<std::string, std::string> decodedPairs(std::string_view query)
{
    std::map<std::string, std::string> pairs;
    while (!query.empty()) {
        const auto end = query.find('&');
        const std::string_view pair = query.substr(0, end);
        query = end == std::string_view::npos ? std::string_view() : query.substr(end + 1);
        const auto equals = pair.find('=');
        if (!pair.empty())
            pairs[percentDecoded(pair.substr(0, equals))]
                = equals == std::string_view::npos ? std::string() : percentDecoded(pair.substr(equals + 1));
    }
    return pairs;
}

std::string gzipped(std::string_view text)
{
    z_stream stream = {};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    std::string packed(deflateBound(&stream, uLong(text.size())) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

} // namespace br::demo
