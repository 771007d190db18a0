#include "demo/server/requestparser.h"

#include "core/base/text.h"

#include <QByteArray>

#include <algorithm>
#include <charconv>

namespace br::demo {
namespace {

constexpr size_t headLimit = size_t(256) << 10;
constexpr size_t bodyLimit = size_t(64) << 20;

std::optional<size_t> number(std::string_view text, int base)
{
    size_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return problem == std::errc() && end == text.data() + text.size() && value <= bodyLimit ? std::optional(value) : std::nullopt;
}

// The body of a chunked request from `at` on, and where it ends; nullopt: more bytes are needed; `failed` when it makes no sense.
std::optional<std::pair<std::string, size_t>> unchunked(const std::string &buffer, size_t at, bool &failed)
{
    std::string body;
    while (true) {
        const auto end = buffer.find("\r\n", at);
        if (end == std::string::npos)
            return std::nullopt;
        const auto size = number(trimmed(std::string_view(buffer).substr(at, std::min(buffer.find(';', at), end) - at)), 16);
        failed = !size || body.size() + *size > bodyLimit;
        if (failed || buffer.size() < end + 2 + *size + 2)
            return std::nullopt;
        body.append(buffer, end + 2, *size);
        at = end + 2 + *size + 2;
        if (*size == 0)
            return std::pair(body, at);
    }
}

} // namespace

std::optional<FakeRequest> RequestParser::head(std::string_view text)
{
    FakeRequest request;
    bool first = true;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 2);
        if (first) {
            const auto space = line.find(' ');
            const auto second = line.rfind(' ');
            if (space == std::string_view::npos || second <= space || !line.substr(second + 1).starts_with("HTTP/1."))
                return std::nullopt;
            request.method = line.substr(0, space);
            const std::string_view target = line.substr(space + 1, second - space - 1);
            const auto mark = target.find('?');
            request.path = target.substr(0, mark);
            request.query = mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
            first = false;
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos)
            return std::nullopt;
        const std::string name = QByteArray(line.data(), qsizetype(colon)).toLower().toStdString();
        request.headers.emplace_back(name, std::string(trimmed(line.substr(colon + 1))));
    }
    return first ? std::nullopt : std::optional(request);
}

bool RequestParser::takeBody(FakeRequest &request, size_t from)
{
    if (request.header("transfer-encoding") == "chunked") {
        auto body = unchunked(m_buffer, from, m_failed);
        if (!body)
            return false;
        request.body = std::move(body->first);
        m_buffer.erase(0, body->second);
        return true;
    }
    const std::string length = request.header("content-length");
    const auto size = length.empty() ? std::optional<size_t>(0) : number(length, 10);
    m_failed = !size;
    if (m_failed || m_buffer.size() < from + *size)
        return false;
    request.body = m_buffer.substr(from, *size);
    m_buffer.erase(0, from + *size);
    return true;
}

std::optional<FakeRequest> RequestParser::next()
{
    if (m_failed)
        return std::nullopt;
    const auto end = m_buffer.find("\r\n\r\n");
    if (end == std::string::npos) {
        m_failed = m_buffer.size() > headLimit;
        return std::nullopt;
    }
    auto request = head(std::string_view(m_buffer).substr(0, end));
    m_failed = !request;
    if (m_failed || !takeBody(*request, end + 4))
        return std::nullopt;
    return request;
}

} // namespace br::demo
