#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

namespace br::cli {

namespace {

std::optional<Act> actOf(const std::string &text)
{
    for (const auto act : {Act::Start, Act::Approve, Act::Accept, Act::Dismiss, Act::Reopen}) {
        if (actCode(act) == text)
            return act;
    }
    return std::nullopt;
}

class Decide final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"decide", words("cli", "Decide a discrepancy: adjust it, leave it, or say that it is none"),
            {workspaceFile(), {"KEY", words("cli", "the discrepancy, as discrepancies shows it")},
                {"ACT", words("cli", "approve, accept, dismiss, reopen or start (take into review)")}},
            {{"quantity", "N",
                 words("cli", "approve: bill this many in the end; without it what is billed plus the difference that the row states")},
                {"from", "DATE", words("cli", "approve: from this day; without it the first day of the next period")},
                {"until", "DATE", words("cli", "accept: until this day; without it once")},
                {"reason", "TEXT", words("cli", "why; accept, dismiss and reopen need one")}, byOption()},
            {"decide acme.brw 2026-10/underbilled/C1/edr approve --quantity 47 --from 2026-11-01 --by Jana",
                "decide acme.brw 2026-10/no_usage/C2/backup accept --until 2026-12-31 --reason \"seasonal\" --by Jana",
                "decide acme.brw 2026-10/underbilled/C1/edr reopen --reason \"client called\" --by Jana"},
            {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto request = requestOf(arguments);
        if (!request)
            return shell.misuse(request.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto decision = decide(**workspace, *request);
        if (!decision)
            return shell.fail(decision.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { writeDecision(json, *decision); });
        shell.say(words("cli", "%1: %2 by %3", {decision->key, std::string(actCode(decision->act)), decision->by}));
        return shell.done();
    }

private:
    static Result<DecideRequest> requestOf(const Arguments &arguments)
    {
        const auto act = actOf(arguments.at(2));
        if (!act)
            return Error{Errc::InvalidInput,
                words("cli", "\"%1\" is no act; there is approve, accept, dismiss, reopen and start", {arguments.at(2)})};
        DecideRequest request;
        request.key = arguments.at(1);
        request.act = *act;
        request.reason = arguments.option("reason", {});
        request.by = arguments.option("by", {});
        if (const auto quantity = arguments.option("quantity")) {
            const auto number = parseExactDecimal(*quantity);
            if (!number)
                return Error{Errc::InvalidInput, "--quantity: " + number.error().message};
            request.quantity = *number;
        }
        const auto from = arguments.day("from");
        const auto until = arguments.day("until");
        if (!from || !until)
            return from ? until.error() : from.error();
        request.from = *from;
        request.until = *until;
        if (request.act != Act::Approve && (request.quantity || request.from))
            return Error{Errc::InvalidInput, words("cli", "--quantity and --from go with approve only")};
        if (request.act != Act::Accept && request.until)
            return Error{Errc::InvalidInput, words("cli", "--until goes with accept only")};
        return request;
    }
};

} // namespace

std::unique_ptr<Verb> makeDecide() { return std::make_unique<Decide>(); }

} // namespace br::cli
