#include "core/words/namedtrace.h"

#include <map>

namespace br {

Trace namedTrace(const PositionDetail &detail)
{
    std::map<std::string, std::string> products;
    for (const LineRow &row : detail.lines)
        products.try_emplace(row.line.product.text, row.productName);
    Trace trace = detail.position.trace;
    for (TraceStep &step : trace) {
        std::string name;
        if (step.code == TraceCode::Counted) {
            if (const auto entry = static_cast<size_t>(step.entry); entry < detail.meterNames.size())
                name = detail.meterNames[entry];
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
