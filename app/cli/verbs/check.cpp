#include "app/cli/cliprogress.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/checking.h"

#include <algorithm>

namespace br::cli {

namespace {

class Check final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"check", words("cli", "Check that the workspace is whole: integrity, schema, evidence and the chain of the log"),
            {workspaceFile()}, {}, {"check acme.brw"},
            words("cli", "Exit code 1 when anything is broken; the first broken entry is named.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto findings = look(**workspace);
        if (!findings)
            return shell.fail(findings.error());
        const bool whole = std::ranges::all_of(*findings, &CheckFinding::good);
        int written = 0;
        if (arguments.wantsJson()) {
            written = shell.json([&](JsonWriter &json) { write(json, *findings, whole); });
        } else {
            for (const auto &finding : *findings)
                shell.say((finding.good ? words("cli", "good") : words("cli", "BROKEN")) + "  " + finding.what
                    + (finding.message.empty() ? "" : ": " + finding.message));
            written = shell.done();
        }
        for (const auto &finding : *findings) {
            if (!finding.good)
                shell.fail({Errc::Damaged, arguments.file() + ": " + finding.what + ": " + finding.message});
        }
        return whole ? written : 1;
    }

private:
    static Result<std::vector<CheckFinding>> look(Workspace &workspace)
    {
        CliProgress progress;
        return br::check(workspace, progress);
    }

    static void write(JsonWriter &json, const std::vector<CheckFinding> &findings, bool whole)
    {
        json.beginObject().flag("whole", whole).key("findings").beginArray();
        for (const auto &finding : findings)
            json.beginObject().member("what", finding.what).flag("good", finding.good).memberOrNull("message", finding.message).endObject();
        json.endArray().endObject();
    }
};

} // namespace

std::unique_ptr<Verb> makeCheck() { return std::make_unique<Check>(); }

} // namespace br::cli
