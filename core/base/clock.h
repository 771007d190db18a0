// Clock: where the time comes from; handed in by constructors so that tests and the sample run at a fixed time.
//
// Times are UTC. Thread rule: implementations are safe to read from any thread.
#pragma once

#include "core/base/period.h"

#include <string>

namespace br {

class Clock {
public:
    virtual ~Clock() = default;
    virtual std::string nowUtc() const = 0; // 2026-11-01T08:15:30.123Z
    Day today() const { return Day::parse(nowUtc().substr(0, 10)).value(); }
};

class SystemClock final : public Clock {
public:
    std::string nowUtc() const override;
};

} // namespace br
