#include "core/workspace/stagingnotes.h"

#include "core/base/text.h"
#include "core/store/psastore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/rulemaking.h"

#include <algorithm>
#include <map>
#include <set>

namespace br {

Result<std::string> noLineNote(Database &database, const StagingPlan &plan)
{
    PsaStore store(database);
    for (const auto *earlier : {&plan.replaced, &plan.before}) {
        if (!*earlier)
            continue;
        const auto lines = store.lines((*earlier)->batch.id);
        if (!lines)
            return lines.error();
        if (!lines->empty())
            return words("Import",
                "There is no billed line in this import, and the batch of %1 before it had %2: everything that is counted in %3 will look "
                "as "
                "if nobody billed it. Import the file of the lines together with this one.",
                {(*earlier)->batch.period.toString(), std::to_string(lines->size()), plan.period.toString()});
    }
    return std::string();
}

Result<std::vector<std::string>> sameFileNotes(Database &database, const StagingPlan &plan, const Batch &batch)
{
    std::vector<std::string> notes;
    if (plan.isSync)
        return notes;
    const auto earlier = BatchStore(database).ofSource(plan.source.id);
    if (!earlier)
        return earlier.error();
    for (const auto &file : batch.files) {
        for (const auto &other : *earlier) {
            const bool hasIt = other.batch.period != batch.period
                && std::ranges::any_of(other.batch.files, [&](const BatchFile &known) { return known.sha256 == file.sha256; });
            if (!hasIt)
                continue;
            notes.push_back(words("Import",
                "%1 is, byte for byte, the file that was imported for %2. If it is not the one of %3, import that one: it takes the place "
                "of "
                "this.",
                {file.name, other.batch.period.toString(), batch.period.toString()}));
            break;
        }
    }
    return notes;
}

Result<std::vector<std::string>> missingMeterNotes(Workspace &workspace, const StagingPlan &plan, const Batch &batch)
{
    std::vector<std::string> notes;
    const auto &earlier = plan.replaced ? plan.replaced : plan.before;
    if (batch.side != Side::Vendor || !earlier)
        return notes;
    VendorStore store(workspace.database());
    const auto now = store.meters(batch.id, batch.source);
    const auto before = store.meters(earlier->batch.id, batch.source);
    const auto rules = services(workspace);
    if (!now || !before || !rules)
        return !now ? now.error() : !before ? before.error() : rules.error();
    std::map<MeterId, std::set<std::string>> wanted; // the services that count it
    for (const auto &service : *rules) {
        for (const auto &by : service.counted) {
            if (by.source == batch.source)
                wanted[by.meter].insert(service.label());
        }
    }
    for (const auto &meter : *before) {
        const auto found = wanted.find(meter.meter.id);
        const bool isHere = std::ranges::any_of(*now, [&](const StoredMeter &one) { return one.meter.id == meter.meter.id; });
        if (found == wanted.end() || isHere)
            continue;
        notes.push_back(words("Import",
            "Nothing in this import is called %1, which the import before had and which %2 counts: it counts as 0 for every client. If the "
            "file was read with another layout than before, choose the layout and import it again.",
            {meter.meter.name.empty() ? meter.meter.id.text : meter.meter.name,
                joined({found->second.begin(), found->second.end()}, ", ")}));
    }
    return notes;
}

} // namespace br
