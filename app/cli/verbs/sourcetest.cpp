#include "app/cli/cliprogress.h"
#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/syncing.h"

namespace br::cli {

namespace {

class SourceTest final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source test", words("cli", "Test a connection: sign in and read a little; nothing is stored"),
            {workspaceFile(), {"NAME", words("cli", "the source")}}, {byOption()}, {"source test acme.brw huntress"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const SourceName name(arguments.at(1));
        const auto plan = prepareSync(**workspace, name, Period::of((*workspace)->environment().clock->today()));
        if (!plan)
            return shell.fail(plan.error());
        SecretsOfSource secrets((*workspace)->environment().secrets, plan->workspaceUuid, name);
        const auto report = [&] {
            CliProgress progress;
            return testConnection(*plan, secrets, progress);
        }();
        if (arguments.wantsJson()) {
            const int written = shell.json([&](JsonWriter &json) {
                json.beginObject().member("source", name).flag("works", report.ok());
                writeTexts(json, "facts", report ? report->facts : std::vector<std::string>());
                writeTexts(json, "warnings", report ? report->warnings : std::vector<std::string>());
                json.memberOrNull("reason", report ? std::string() : report.error().message).endObject();
            });
            return report ? written : shell.fail(report.error());
        }
        if (!report)
            return shell.fail(report.error());
        for (const auto &fact : report->facts)
            shell.say(fact);
        for (const auto &warning : report->warnings)
            shell.say(words("cli", "warning: %1", {warning}));
        shell.say(words("cli", "The connection of %1 works.", {name.text}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceTest() { return std::make_unique<SourceTest>(); }

} // namespace br::cli
