#include "app/cli/cliprogress.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/syncing.h"

namespace br::cli {

namespace {

class SourceSignIn final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source signin", words("cli", "Sign in to a vendor that wants a person in a browser; the token is kept in the keychain"),
            {workspaceFile(), {"NAME", words("cli", "the source")}}, {byOption()}, {"source signin acme.brw crm"},
            words("cli", "Prints an address to open in a browser on this computer, and waits until you have signed in there.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        auto *store = (*workspace)->environment().secrets;
        // First: nobody signs in for nothing.
        if (const auto usable = store ? store->probe() : Status(noKeychain()); !usable)
            return shell.fail(usable.error());
        const SourceName name(arguments.at(1));
        const auto plan = prepareSync(**workspace, name, Period::of((*workspace)->environment().clock->today()));
        if (!plan)
            return shell.fail(plan.error());
        SecretsOfSource secrets(store, plan->workspaceUuid, name);
        const auto open = [&shell](const std::string &url) {
            shell.tell(words("cli", "Open this address in a browser on this computer:"));
            shell.tell(url);
            return true;
        };
        const auto signedIn = [&] {
            CliProgress progress;
            return signIn(*plan, secrets, open, progress);
        }();
        const auto noted = noteSecretFields(**workspace, name, secrets.kept());
        if (!signedIn || !noted)
            return shell.fail(signedIn ? noted.error() : signedIn.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { json.beginObject().member("source", name).flag("signed_in", true).endObject(); });
        shell.say(words("cli", "Signed in to %1.", {name.text}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceSignIn() { return std::make_unique<SourceSignIn>(); }

} // namespace br::cli
