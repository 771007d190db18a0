#include "ui/models/namedtrace.h"

#include <map>

namespace br {

Trace namedTrace(const PositionDetail &detail)
{
    std::map<std::pair<std::string, std::string>, std::string> meters; // source, meter
    for (const CountRow &row : detail.counts)
        meters.try_emplace({row.count.source.text, row.count.meter.text}, row.meterName);
    for (const AssetRow &row : detail.assets)
        meters.try_emplace({row.asset.source.text, row.asset.meter.text}, row.meterName);
    std::map<std::string, std::string> products;
    for (const LineRow &row : detail.lines)
        products.try_emplace(row.line.product.text, row.productName);
    Trace trace = detail.position.trace;
    for (TraceStep &step : trace) {
        std::string name;
        if (step.code == TraceCode::Counted) {
            if (const auto found = meters.find({step.text, step.text2}); found != meters.end())
                name = found->second;
        } else if (step.code == TraceCode::BilledLine) {
            if (const auto found = products.find(step.text2); found != products.end())
                name = found->second;
        }
        if (!name.empty())
            step.text2 = std::move(name);
    }
    return trace;
}

} // namespace br
