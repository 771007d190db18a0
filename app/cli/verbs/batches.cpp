#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

namespace br::cli {

namespace {

class Batches final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"batches", words("cli", "List what a source brought, newest first"),
            {workspaceFile(), {"SOURCE", words("cli", "the source")}}, {}, {"batches acme.brw huntress"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = batches(**workspace, SourceName(arguments.at(1)));
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &batch : *rows)
                    writeBatch(json, batch);
                json.endArray();
            });
        TextTable table({{words("cli", "batch"), true}, {words("cli", "period")}, {words("cli", "imported")},
            {words("cli", "rows in"), true}, {words("cli", "kept"), true}, {words("cli", "rejected"), true}, {words("cli", "files")}});
        for (const auto &batch : *rows) {
            std::vector<std::string> names;
            for (const auto &file : batch.files)
                names.push_back(file.name);
            table.add({std::to_string(batch.id), batch.period.toString(), batch.importedAt, std::to_string(batch.rowsIn),
                std::to_string(batch.rowsKept), std::to_string(batch.rowsRejected), joined(names, ", ")});
        }
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeBatches() { return std::make_unique<Batches>(); }

} // namespace br::cli
