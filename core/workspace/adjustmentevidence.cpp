#include "core/workspace/adjustmentevidence.h"

#include "core/base/text.h"
#include "core/store/batchstore.h"
#include "core/words/namedtrace.h"
#include "core/words/words.h"
#include "core/workspace/reconciling.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace br {

namespace {

constexpr size_t mostNames = 200; // of assets behind one number
constexpr size_t mostFiles = 3;   // of an import

struct Origin {
    SourceName source;
    Side side = Side::Vendor;
    std::string sentence;
};

std::string originText(const Batch &batch)
{
    const auto day = dayInWords(batch.importedAt);
    if (batch.isSync)
        return words("Evidence", "%1 was read from the vendor on %2.", {batch.source.text, day});
    std::vector<std::string> names;
    for (size_t i = 0; i < std::min(batch.files.size(), mostFiles); ++i)
        names.push_back(batch.files[i].name);
    if (batch.files.size() > mostFiles)
        return words("Evidence", "%1 comes from %2 and %3 more files, imported on %4.",
            {batch.source.text, joined(names, ", "), std::to_string(batch.files.size() - mostFiles), day});
    return words("Evidence", "%1 comes from %2, imported on %3.", {batch.source.text, joined(names, ", "), day});
}

Result<std::vector<Origin>> originsOf(Workspace &workspace, Period period)
{
    BatchStore store(workspace.database());
    auto batches = store.inForce(period);
    if (!batches)
        return batches.error();
    std::vector<Origin> origins;
    for (auto &stored : *batches) {
        if (const auto read = store.readFiles(&stored.batch); !read)
            return read.error();
        origins.push_back({stored.batch.source, stored.batch.side, originText(stored.batch)});
    }
    return origins;
}

std::vector<std::string> evidenceOf(const PositionDetail &detail)
{
    std::vector<std::string> out;
    for (const auto &line : detail.lines) {
        if (line.active)
            out.push_back(words("Evidence", "Billed: %1 of %2 by line %3 of %4.",
                {numberInWords(line.line.quantity.toString()), line.productName, line.line.id.text, line.agreement.name}));
    }
    for (const auto &step : namedTrace(detail)) {
        if (step.code != TraceCode::BilledLine)
            out.push_back(stepText(step));
    }
    for (const auto &count : detail.counts)
        out.push_back(words("Evidence", "%1, %2: %3 %4 of %5.",
            {count.count.source.text, count.accountName, numberInWords(count.count.quantity.toString()), measureName(count.count.measure),
                count.meterName}));
    std::vector<std::string> names;
    for (const auto &asset : detail.assets) {
        if (asset.verdict == Verdict::Counted)
            names.push_back(asset.asset.name.empty() ? asset.asset.id.text : asset.asset.name);
    }
    const auto total = names.size();
    names.resize(std::min(total, mostNames));
    if (total > 0)
        out.push_back(total > mostNames
                ? words("Evidence", "Counted: %1 and %2 more.", {joined(names, ", "), std::to_string(total - mostNames)})
                : words("Evidence", "Counted: %1.", {joined(names, ", ")}));
    return out;
}

} // namespace

Status addEvidence(Workspace &workspace, Period period, std::vector<AdjustmentRow> &rows)
{
    const auto origins = originsOf(workspace, period);
    if (!origins)
        return origins.error();
    for (auto &row : rows) {
        std::set<SourceName> counted;
        row.evidence.insert(row.evidence.end(), row.doubts.begin(), row.doubts.end());
        auto services = row.moreServices;
        services.insert(services.begin(), row.service);
        for (const auto &service : services) {
            const auto detail = positionDetail(workspace, period, row.client, service);
            if (!detail && detail.error().code != Errc::NotFound)
                return detail.error();
            if (!detail)
                continue;
            std::ranges::move(evidenceOf(*detail), std::back_inserter(row.evidence));
            for (const auto &by : detail->service.counted)
                counted.insert(by.source);
        }
        for (const auto &origin : *origins) {
            if (origin.side == Side::Psa || counted.contains(origin.source))
                row.evidence.push_back(origin.sentence);
        }
    }
    return {};
}

} // namespace br
