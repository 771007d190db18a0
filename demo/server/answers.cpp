#include "demo/server/answers.h"

#include "core/base/text.h"

#include <QByteArray>

#include <algorithm>

namespace br::demo {

FakeAnswer json(std::string body, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.headers = {{"Content-Type", "application/json; charset=utf-8"}};
    answer.body = std::move(body);
    return answer;
}

FakeAnswer tooMany(const std::string &retryAfter, int status)
{
    FakeAnswer answer = json(R"({"error":"Too many requests"})", status);
    if (!retryAfter.empty())
        answer.headers.emplace_back("Retry-After", retryAfter);
    return answer;
}

FakeAnswer redirect(const std::string &location, int status)
{
    FakeAnswer answer;
    answer.status = status;
    answer.headers = {{"Location", location}};
    return answer;
}

FakeAnswer token(const std::string &accessToken, int64_t expiresIn, const std::string &refreshToken)
{
    std::string body = R"({"token_type":"Bearer","access_token":)" + quoted(accessToken) + R"(,"expires_in":)" + std::to_string(expiresIn);
    if (!refreshToken.empty())
        body += R"(,"refresh_token":)" + quoted(refreshToken);
    return json(body + "}");
}

Slice slice(size_t total, int64_t offset, int64_t size)
{
    Slice result;
    result.begin = std::min(total, size_t(std::max<int64_t>(offset, 0)));
    result.end = std::min(total, result.begin + size_t(std::max<int64_t>(size, 0)));
    result.more = result.end < total;
    return result;
}

Slice pageSlice(size_t total, int64_t page, int64_t size, int64_t firstPage) { return slice(total, (page - firstPage) * size, size); }

std::string jsonList(const std::vector<std::string> &items, const Slice &slice)
{
    return "[" + joined({items.begin() + ptrdiff_t(slice.begin), items.begin() + ptrdiff_t(slice.end)}, ",") + "]";
}

std::string jsonList(const std::vector<std::string> &items) { return "[" + joined(items, ",") + "]"; }

std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (static_cast<unsigned char>(c) < 0x20) {
            constexpr char digits[] = "0123456789abcdef";
            out += std::string("\\u00") + digits[c >> 4] + digits[c & 15];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string linkHeader(const std::vector<std::pair<std::string, std::string>> &relToUrl)
{
    std::string out;
    for (const auto &[rel, url] : relToUrl)
        out += (out.empty() ? "<" : ", <") + url + ">; rel=\"" + rel + "\"";
    return out;
}

bool hasBasic(const FakeRequest &request, const std::string &user, const std::string &password)
{
    return request.header("authorization") == "Basic " + QByteArray::fromStdString(user + ":" + password).toBase64().toStdString();
}

bool hasBearer(const FakeRequest &request, const std::string &token) { return request.header("authorization") == "Bearer " + token; }

} // namespace br::demo
