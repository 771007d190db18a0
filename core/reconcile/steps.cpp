#include "core/reconcile/steps.h"

#include <algorithm>

namespace br {

namespace {

constexpr Wide perRaw = 10'000; // of 1e-8 in one raw Decimal

void tell(Trace &trace, TraceCode code, Wide amount, Wide running, std::string text = {}, std::string text2 = {})
{
    trace.push_back({code, -1, {}, narrowed(amount).value, narrowed(running).value, std::move(text), std::move(text2)});
}

Wide lessExceptions(Wide count, std::span<const CountException *const> exceptions, Trace &trace)
{
    for (const auto *exception : exceptions) {
        const Wide amount = Wide{exception->quantity.raw()} * perRaw;
        count -= amount;
        tell(trace, TraceCode::Exception, amount, std::max<Wide>(0, count), exception->reason, exception->author);
    }
    return std::max<Wide>(0, count);
}

Wide wholePacks(Wide count, Wide pack) { return (count + pack - 1) / pack * pack; }

} // namespace

Wide afterSteps(const Service &service, Wide raw, bool hasActiveLine, std::span<const CountException *const> exceptions, Trace &trace)
{
    Wide count = lessExceptions(raw, exceptions, trace);
    if (!service.included.isZero()) {
        const Wide included = Wide{service.included.raw()} * perRaw;
        const Wide left = std::max<Wide>(0, count - included);
        tell(trace, TraceCode::Included, count - left, left);
        count = left;
    }
    const Wide minimum = Wide{service.minimum.raw()} * perRaw;
    if (minimum > 0 && (hasActiveLine || raw > 0)) {
        count = std::max(count, minimum);
        tell(trace, TraceCode::Minimum, minimum, count);
    }
    if (service.pack.sign() > 0) {
        const Wide pack = Wide{service.pack.raw()} * perRaw;
        const Wide whole = wholePacks(count, pack);
        if (whole != count || service.pack != Decimal::fromInt(1))
            tell(trace, TraceCode::Pack, pack, whole);
        count = whole;
    }
    return count;
}

} // namespace br
