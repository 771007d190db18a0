#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

namespace br::cli {

namespace {

class SourceList final : public ListVerb<SourceRow> {
public:
    VerbInfo info() const override
    {
        return {"source list", words("cli", "List the sources; with a period, what each brought for it"), {workspaceFile()},
            {{"period", "YYYY-MM", words("cli", "the month to look at")}}, {"source list acme.brw --period 2026-10"}, {}};
    }

protected:
    Result<std::vector<SourceRow>> read(Workspace &workspace, const Asked &asked) const override
    {
        return sourceRows(workspace, asked.period.value_or(Period()));
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "source")}, {words("cli", "side")}, {words("cli", "connector")}, {words("cli", "batches"), true},
            {words("cli", "last batch")}, {words("cli", "rows"), true}, {words("cli", "in this period")}, {words("cli", "last sync")}};
    }

    std::vector<std::string> cells(const SourceRow &row, const Asked &asked) const override
    {
        const auto fresh = row.held ? words("cli", "held: %1 rows", {std::to_string(row.held->rowsKept)})
            : row.fresh             ? words("cli", "yes")
                                    : words("cli", "no");
        const auto &sync = row.lastAttempt;
        return {row.source.name.text, sideCode(row.source.side), row.source.connector, std::to_string(row.batches),
            orDash(row.lastBatch ? row.lastBatch->period.toString() : std::string()),
            orDash(row.lastBatch ? std::to_string(row.lastBatch->rowsKept) : std::string()), asked.period ? fresh : orDash(std::string()),
            orDash(sync ? sync->endedAt + " " + std::string(codeOf(sync->outcome)) + (sync->reason.empty() ? "" : ": " + sync->reason)
                        : std::string())};
    }

    void write(JsonWriter &json, const SourceRow &row, const Asked &asked) const override
    {
        writeSource(json, row, asked.period.has_value());
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceList() { return std::make_unique<SourceList>(); }

} // namespace br::cli
