#include "app/cli/cliprogress.h"
#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/synccrew.h"
#include "app/cli/syncjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <thread>

namespace br::cli {

namespace {

class SyncVerb final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"sync", words("cli", "Read sources over the network, side by side; each becomes one batch of a period, or nothing"),
            {workspaceFile(), {"NAME", words("cli", "the sources"), true, true}},
            {{"all", "", words("cli", "every source that is read over the network")},
                {"period", "YYYY-MM", words("cli", "the billing month; without it the present one")},
                {"wait", "SECONDS", words("cli", "so long for another program to leave the workspace; without it not at all")}, byOption()},
            {"sync acme.brw --all --period 2026-10", "sync acme.brw huntress pax8", "sync acme.brw --all --wait 600 >> sync.log"},
            words("cli",
                "One line a source on standard output, with the time, fit for a log. A source that fails keeps its last complete batch and "
                "never stops "
                "the others. A result of less than half of last month's rows, or none, is held: see source confirm. Exit code 1 when any "
                "source "
                "failed or is held. Secrets come from the keychain, or from BILLINGRECONCILE_SECRET_<SOURCE>_<FIELD>.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto given = arguments.from(1);
        if (given.empty() != arguments.has("all"))
            return shell.misuse(words("cli", "name the sources, or give --all"));
        const auto wait = secondsOf(arguments.option("wait", "0"));
        if (!wait)
            return shell.misuse(words("cli", "--wait is \"%1\"; it takes a number of seconds", {arguments.option("wait", {})}));
        const auto period
            = arguments.has("period") ? arguments.period() : Result<Period>(Period::of(shell.environment(arguments).clock->today()));
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = openWaiting(arguments, shell, *wait);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto names = namesOf(**workspace, given);
        if (!names)
            return shell.fail(names.error());
        return bring(**workspace, *names, *period, arguments.wantsJson(), shell);
    }

private:
    static std::optional<int> secondsOf(const std::string &text)
    {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size() && number >= 0 ? std::optional(number) : std::nullopt;
    }

    static Result<std::unique_ptr<Workspace>> openWaiting(const Arguments &arguments, Shell &shell, int seconds)
    {
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
        const CliProgress progress;
        for (;;) {
            auto workspace = shell.open(arguments, OpenMode::ReadWrite);
            const bool mayWait = !workspace && workspace.error().code == Errc::Locked && std::chrono::steady_clock::now() < until;
            if (!mayWait || progress.cancelled())
                return workspace;
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
    }

    static Result<std::vector<SourceName>> namesOf(Workspace &workspace, const std::vector<std::string> &given)
    {
        if (given.empty()) {
            auto all = syncableSources(workspace);
            if (all && all->empty())
                return Error{Errc::NotFound, words("Sync", "No source of this workspace is read over the network. Add one first.")};
            return all;
        }
        std::vector<SourceName> names;
        for (const auto &name : given) {
            if (std::ranges::find(names, SourceName(name)) == names.end())
                names.emplace_back(name);
        }
        return names;
    }

    static int bring(Workspace &workspace, const std::vector<SourceName> &names, Period period, bool wantsJson, Shell &shell)
    {
        CliProgress progress;
        const auto told = [&](const SyncReport &report) {
            if (!wantsJson)
                tell(report, shell);
        };
        const auto reports = syncAll(workspace, names, period, progress, told);
        const int written = wantsJson ? shell.json([&](JsonWriter &json) { writeSyncs(json, reports, period); }) : shell.done();
        const bool isWhole
            = std::ranges::all_of(reports, [](const SyncReport &report) { return report.attempt.outcome == SyncOutcome::Done; });
        for (const auto &report : reports) {
            const auto &attempt = report.attempt;
            if (report.error)
                shell.fail({report.error->code, attempt.source.text + ": " + report.error->message});
            else if (attempt.outcome == SyncOutcome::Held)
                shell.fail({Errc::Refused,
                    words("cli", "%1: %2 rows are held, not in force; see source confirm",
                        {attempt.source.text, std::to_string(attempt.rows)})});
        }
        return isWhole ? written : 1;
    }

    static void tell(const SyncReport &report, Shell &shell)
    {
        const auto &attempt = report.attempt;
        std::string line = attempt.endedAt + ' ' + attempt.source.text + ' ' + attempt.period.toString() + ' ';
        line += std::string(codeOf(attempt.outcome)) + ": ";
        if (report.error)
            line += report.error->message;
        else
            line += words("cli", "%1 rows, %2 requests, %3 s",
                {std::to_string(attempt.rows), std::to_string(attempt.requests),
                    std::to_string((report.import.batch.durationMs + 999) / 1000)});
        shell.say(line);
        for (const auto &note : report.import.notes)
            shell.say(attempt.source.text + ": " + words("cli", "note: %1", {note}));
        if (!report.import.warnings.empty())
            shell.say(attempt.source.text + ": "
                + words("cli", "%1 remarks about rows; rejected %2 lists them",
                    {std::to_string(report.import.warnings.size()), std::to_string(report.import.batch.id)}));
    }
};

} // namespace

std::unique_ptr<Verb> makeSync() { return std::make_unique<SyncVerb>(); }

} // namespace br::cli
