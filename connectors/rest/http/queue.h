// Queue: the requests of a client and when each may go: concurrency, pace, pauses asked for, the budget of the run.
//
// Knows nothing of sockets: it says which is due, and is told. Thread rule: one thread.
#pragma once

#include "connectors/rest/http/verdict.h"

#include <map>
#include <optional>

namespace br::rest {

struct Flight {
    using Time = std::chrono::steady_clock::time_point;
    Journey journey;
    std::string host;
    Time notBefore = {};
    bool inTheAir = false;
    std::optional<Result<HttpResponse>> result = {};
};

class Queue final {
public:
    using Time = Flight::Time;
    explicit Queue(const HttpRules &rules);

    int64_t add(Flight flight);
    Flight *find(int64_t ticket);
    Flight take(int64_t ticket) { return std::move(m_flights.extract(ticket).mapped()); }
    void settleAll(const Error &error); // all that have no result yet

    std::optional<int64_t> due(Time now);   // the next that may go now
    void started(Flight &flight, Time now); // takes off: counts and paces
    void later(Flight &flight, Time until, bool everyone);
    void counted(int64_t requests) { m_requests += requests; }
    bool budgetIsSpent() const { return m_requests >= m_budget; }
    int64_t requests() const { return m_requests; }

    // Until when nothing goes although something waits, because a pause was asked for or a try failed; and until when at all.
    std::optional<Time> pause() const;
    std::optional<Time> next() const;

private:
    Time askedFor(const Flight &flight) const;
    int inTheAir() const;
    bool waits(const Flight &flight) const { return !flight.inTheAir && !flight.result; }

    std::map<int64_t, Flight> m_flights;
    std::map<std::string, Time> m_pauses; // of a host
    Time m_paced = {};
    std::chrono::milliseconds m_interval{0};
    int m_concurrency;
    int64_t m_budget;
    int64_t m_requests = 0;
    int64_t m_last = 0;
};

} // namespace br::rest
