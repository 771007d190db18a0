#include "connectors/rest/http/queue.h"

#include <algorithm>

namespace br::rest {

Queue::Queue(const HttpRules &rules)
    : m_concurrency(std::clamp(rules.concurrency, 1, 6)) // Qt opens no more than six connections to a host
    , m_budget(rules.budget)
{
    if (rules.requestsPerMinute > 0)
        m_interval = std::chrono::milliseconds((60000 + rules.requestsPerMinute - 1) / rules.requestsPerMinute);
}

int64_t Queue::add(Flight flight)
{
    m_flights.emplace(++m_last, std::move(flight));
    return m_last;
}

Flight *Queue::find(int64_t ticket)
{
    const auto found = m_flights.find(ticket);
    return found == m_flights.end() ? nullptr : &found->second;
}

void Queue::settleAll(const Error &error)
{
    for (auto &[ticket, flight] : m_flights) {
        flight.inTheAir = false;
        if (!flight.result)
            flight.result = Result<HttpResponse>(error);
    }
}

Queue::Time Queue::askedFor(const Flight &flight) const
{
    const auto pause = m_pauses.find(flight.host);
    return pause == m_pauses.end() ? flight.notBefore : std::max(flight.notBefore, pause->second);
}

int Queue::inTheAir() const
{
    return int(std::count_if(m_flights.begin(), m_flights.end(), [](const auto &entry) { return entry.second.inTheAir; }));
}

std::optional<int64_t> Queue::due(Time now)
{
    if (inTheAir() >= m_concurrency || m_paced > now)
        return std::nullopt;
    for (const auto &[ticket, flight] : m_flights)
        if (waits(flight) && askedFor(flight) <= now)
            return ticket;
    return std::nullopt;
}

void Queue::started(Flight &flight, Time now)
{
    flight.inTheAir = true;
    ++flight.journey.tries;
    ++m_requests;
    m_paced = now + m_interval;
}

void Queue::later(Flight &flight, Time until, bool everyone)
{
    flight.notBefore = until;
    if (everyone) {
        Time &pause = m_pauses[flight.host];
        pause = std::max(pause, until);
    }
}

std::optional<Queue::Time> Queue::pause() const
{
    std::optional<Time> first;
    for (const auto &[ticket, flight] : m_flights) {
        if (flight.inTheAir)
            return std::nullopt;
        if (waits(flight))
            first = first ? std::min(*first, askedFor(flight)) : askedFor(flight);
    }
    return first;
}

std::optional<Queue::Time> Queue::next() const
{
    if (inTheAir() >= m_concurrency)
        return std::nullopt;
    std::optional<Time> first;
    for (const auto &[ticket, flight] : m_flights)
        if (waits(flight))
            first = std::max(m_paced, first ? std::min(*first, askedFor(flight)) : askedFor(flight));
    return first;
}

} // namespace br::rest
