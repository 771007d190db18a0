#include "connectors/rest/auth/encoding.h"

#include <QByteArray>

#include <algorithm>

namespace br::rest {

namespace {

QByteArray viewed(std::string_view bytes) { return QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size())); }

bool isUnreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string base64(std::string_view bytes) { return viewed(bytes).toBase64().toStdString(); }

std::string base64Url(std::string_view bytes)
{
    return viewed(bytes).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

std::string percentEncoded(std::string_view bytes)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string text;
    text.reserve(bytes.size());
    for (const char c : bytes) {
        if (isUnreserved(c)) {
            text += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return text;
}

std::string percentDecoded(std::string_view text, bool plusIsBlank)
{
    std::string bytes;
    bytes.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = high >= 0 ? hexValue(text[i + 2]) : -1;
        if (low >= 0) {
            bytes += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            bytes += plusIsBlank && text[i] == '+' ? ' ' : text[i];
        }
    }
    return bytes;
}

std::string formEncoded(const Parameters &parameters)
{
    std::string text;
    for (const auto &[name, value] : parameters) {
        if (!text.empty())
            text += '&';
        text += percentEncoded(name) + '=' + percentEncoded(value);
    }
    return text;
}

Parameters formDecoded(std::string_view text)
{
    Parameters parameters;
    while (!text.empty()) {
        const auto pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(text.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const auto equals = pair.find('=');
        const auto value = equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1);
        parameters.emplace_back(percentDecoded(pair.substr(0, equals), true), percentDecoded(value, true));
    }
    return parameters;
}

std::string withQuery(std::string_view url, const Parameters &parameters)
{
    if (parameters.empty())
        return std::string(url);
    const auto hash = url.find('#');
    const auto plain = url.substr(0, hash);
    std::string text(plain);
    if (plain.find('?') == std::string_view::npos)
        text += '?';
    else if (plain.back() != '?' && plain.back() != '&')
        text += '&';
    text += formEncoded(parameters);
    if (hash != std::string_view::npos)
        text += url.substr(hash);
    return text;
}

} // namespace br::rest
