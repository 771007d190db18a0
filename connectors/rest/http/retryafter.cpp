#include "connectors/rest/http/retryafter.h"

#include "connectors/rest/http/httpdate.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {
namespace {

using std::chrono::milliseconds;
constexpr int64_t tenYears = int64_t(3653) * 86400;

bool isDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

std::optional<milliseconds> retryAfter(std::string_view value, std::string_view date, int64_t now)
{
    value = trimmed(value);
    // Some servers write "1.5": the whole second above it is waited for.
    const auto dot = value.find('.');
    const auto whole = value.substr(0, dot);
    if (isDigits(whole) && (dot == std::string_view::npos || isDigits(value.substr(dot + 1)))) {
        int64_t seconds = dot == std::string_view::npos ? 0 : 1;
        int64_t number = 0;
        for (const char c : whole)
            number = std::min(number * 10 + (c - '0'), tenYears);
        return milliseconds(std::min(seconds + number, tenYears) * 1000);
    }
    const auto until = httpDate(value);
    if (!until)
        return std::nullopt;
    const int64_t left = *until - httpDate(date).value_or(now);
    return milliseconds(std::clamp<int64_t>(left, 0, tenYears) * 1000);
}

BackOff::BackOff(milliseconds first, milliseconds longest, uint64_t seed)
    : m_first(std::max(first, milliseconds(1)))
    , m_longest(std::max(longest, milliseconds(1)))
    , m_random(seed ? seed : std::random_device{}())
{
}

milliseconds BackOff::next(int attempt)
{
    milliseconds ceiling = std::min(m_first, m_longest);
    for (int i = 1; i < attempt && ceiling < m_longest; ++i)
        ceiling = std::min(ceiling * 2, m_longest);
    return milliseconds(std::uniform_int_distribution<int64_t>(0, ceiling.count())(m_random));
}

} // namespace br::rest
