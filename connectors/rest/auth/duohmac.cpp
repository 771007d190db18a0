#include "connectors/rest/auth/duohmac.h"

#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/auth/signing.h"
#include "connectors/rest/auth/token.h"
#include "core/base/text.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace br::rest {

namespace {

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace

DuoHmac::DuoHmac(std::string integrationKey, Secret secretKey, const Clock &clock)
    : m_integrationKey(std::move(integrationKey))
    , m_secretKey(std::move(secretKey))
    , m_clock(clock)
{
}

std::string DuoHmac::canonicalParameters(Parameters parameters)
{
    for (auto &[name, value] : parameters) {
        name = percentEncoded(name);
        value = percentEncoded(value);
    }
    std::ranges::sort(parameters);
    std::string text;
    for (const auto &[name, value] : parameters)
        text += (text.empty() ? "" : "&") + name + '=' + value;
    return text;
}

std::string DuoHmac::canonical(const Signed &request)
{
    return request.date + '\n' + upper(request.method) + '\n' + lower(request.host) + '\n' + request.path + '\n'
        + canonicalParameters(request.parameters);
}

Result<int> DuoHmac::prepare(HttpRequest &request)
{
    const QUrl url(toQString(request.url), QUrl::StrictMode);
    const auto query = url.query(QUrl::FullyEncoded).toStdString();
    Signed parts{mailDate(m_clock.nowUtc()), request.method, url.host(QUrl::FullyEncoded).toStdString(),
        url.path(QUrl::FullyEncoded).toStdString(), formDecoded(request.method == "GET" ? query : request.body)};
    // What is sent must be what is signed, to the letter.
    const auto parameters = canonicalParameters(parts.parameters);
    if (request.method == "GET") {
        request.url = request.url.substr(0, request.url.find('?')) + (parameters.empty() ? "" : "?" + parameters);
    } else {
        request.body = parameters;
        setHeader(request.headers, "Content-Type", "application/x-www-form-urlencoded");
    }
    setHeader(request.headers, "Date", parts.date);
    const auto signature = hmacSha512Hex(m_secretKey.reveal(), canonical(parts));
    for (const auto &[name, value] : FixedAuth::basic(m_integrationKey, signature))
        setHeader(request.headers, name, value);
    m_signedAt = epochMilliseconds(m_clock);
    return 0;
}

bool DuoHmac::onUnauthorized(int) { return epochMilliseconds(m_clock) - m_signedAt > 60000; }

std::string mailDate(std::string_view utc)
{
    static constexpr std::array days{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"}; // 1970-01-01 was a Thursday
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = Day::parse(utc.substr(0, 10));
    if (!day || utc.size() < 19)
        return {};
    const auto date
        = std::string(utc.substr(8, 2)) + ' ' + months[static_cast<size_t>(day->month() - 1)] + ' ' + std::string(utc.substr(0, 4));
    const auto weekday = static_cast<size_t>(((day->number() % 7) + 7) % 7);
    return std::string(days[weekday]) + ", " + date + ' ' + std::string(utc.substr(11, 8)) + " +0000";
}

} // namespace br::rest
