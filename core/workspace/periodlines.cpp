#include "core/workspace/periodlines.h"

#include "core/store/psastore.h"

#include <map>
#include <string_view>
#include <utility>

namespace br {

namespace {

Status linesOf(PsaStore &store, int64_t batch, const std::function<void(BilledLine &&, const Agreement &)> &use)
{
    const auto agreements = store.agreements(batch);
    if (!agreements)
        return agreements.error();
    auto lines = store.lines(batch);
    if (!lines)
        return lines.error();
    using Key = std::pair<std::string_view, std::string_view>;
    std::map<Key, const Agreement *> byId;
    for (const auto &agreement : *agreements)
        byId.emplace(Key(agreement.client.text, agreement.id.text), &agreement);
    const Agreement none;
    for (auto &line : *lines) {
        const auto found = byId.find(Key(line.client.text, line.agreement.text));
        use(std::move(line), found == byId.end() ? none : *found->second);
    }
    return {};
}

} // namespace

Status forEachLine(Workspace &workspace, const PeriodNames &names, const std::function<void(BilledLine &&, const Agreement &)> &use)
{
    PsaStore store(workspace.database());
    for (const auto &batch : names.batches) {
        if (batch.batch.side != Side::Psa)
            continue;
        if (auto done = linesOf(store, batch.batch.id, use); !done)
            return done;
    }
    return {};
}

} // namespace br
