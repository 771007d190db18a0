#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/syncing.h"

namespace br::cli {

namespace {

class SourceConfirm final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source confirm", words("cli", "Confirm a held result: a sync that brought less than half of last month's rows"),
            {workspaceFile(), {"NAME", words("cli", "the source")}},
            {periodOption(words("cli", "the billing month")), {"reason", "TEXT", words("cli", "why it is right, for the record"), true},
                byOption()},
            {"source confirm acme.brw huntress --period 2026-10 --reason \"Contoso left in September\""},
            words("cli", "From then on the batch is in force. Without it, the next sync that brings enough takes its place.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto batch = confirmHeldBatch(**workspace, SourceName(arguments.at(1)), *period, arguments.option("reason", {}));
        if (!batch)
            return shell.fail(batch.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { writeBatch(json, *batch); });
        shell.say(words("cli", "Confirmed: %1 rows of %2 are in force for %3.",
            {std::to_string(batch->rowsKept), batch->source.text, period->toString()}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceConfirm() { return std::make_unique<SourceConfirm>(); }

} // namespace br::cli
