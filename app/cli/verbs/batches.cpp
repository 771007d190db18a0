#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

namespace br::cli {

namespace {

class Batches final : public ListVerb<Batch> {
public:
    VerbInfo info() const override
    {
        return {"batches", words("cli", "List what a source brought, newest first"),
            {workspaceFile(), {"SOURCE", words("cli", "the source")}}, {}, {"batches acme.brw huntress"}, {}};
    }

protected:
    Result<std::vector<Batch>> read(Workspace &workspace, const Asked &asked) const override
    {
        return batches(workspace, SourceName(asked.arguments.at(1)));
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "batch"), true}, {words("cli", "period")}, {words("cli", "imported")}, {words("cli", "rows in"), true},
            {words("cli", "kept"), true}, {words("cli", "rejected"), true}, {words("cli", "files")}};
    }

    std::vector<std::string> cells(const Batch &batch, const Asked &) const override
    {
        std::vector<std::string> names;
        for (const auto &file : batch.files)
            names.push_back(file.name);
        return {std::to_string(batch.id), batch.period.toString(), batch.importedAt, std::to_string(batch.rowsIn),
            std::to_string(batch.rowsKept), std::to_string(batch.rowsRejected), joined(names, ", ")};
    }

    void write(JsonWriter &json, const Batch &batch, const Asked &) const override { writeBatch(json, batch); }
};

} // namespace

std::unique_ptr<Verb> makeBatches() { return std::make_unique<Batches>(); }

} // namespace br::cli
