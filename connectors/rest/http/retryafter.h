// RetryAfter: how long a server asks to wait, and how long to wait when it does not say.
//
// Retry-After is seconds or a date (RFC 9110, 10.2.3); a date counts from the server's own Date header, so that a wrong clock
// here does not matter. Thread rule: pure functions; Jitter belongs to one thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <random>
#include <string_view>

namespace br::rest {

// nullopt: absent, negative or unreadable: back off instead. Never more than ten years. `date`: the answer's Date header;
// `now`: seconds since 1970, used where that is missing.
std::optional<std::chrono::milliseconds> retryAfter(std::string_view value, std::string_view date, int64_t now);

// Full jitter: a random time between nothing and a ceiling that doubles with every attempt.
class BackOff final {
public:
    BackOff(std::chrono::milliseconds first, std::chrono::milliseconds longest, uint64_t seed); // seed 0: random
    std::chrono::milliseconds next(int attempt);                                                // attempt from 1

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_longest;
    std::mt19937_64 m_random;
};

} // namespace br::rest
