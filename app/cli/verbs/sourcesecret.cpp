#include "app/cli/hiddeninput.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/syncing.h"

#include <algorithm>

namespace br::cli {

namespace {

class SourceSecret final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source secret", words("cli", "Keep a password or key of a source in the system's keychain"),
            {workspaceFile(), {"NAME", words("cli", "the source")},
                {"FIELD", words("cli", "which secret; connector list --json names them")}},
            {{"remove", "", words("cli", "take it out of the keychain")}, byOption()},
            {"source secret acme.brw huntress api_key", "source secret acme.brw huntress api_key < key.txt",
                "source secret acme.brw huntress api_key --remove"},
            words("cli",
                "The secret is typed (and not shown) or piped in, never an argument. It never enters the workspace. Where there is no "
                "keychain, "
                "set the environment variable BILLINGRECONCILE_SECRET_<SOURCE>_<FIELD> instead: upper case, other characters as _. It wins "
                "over the "
                "keychain.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        auto *secrets = (*workspace)->environment().secrets;
        if (!secrets)
            return shell.fail(noKeychain());
        const SourceName name(arguments.at(1));
        const auto &field = arguments.at(2);
        // First: nobody types a key for nothing, and a field is noted only where it can be kept.
        if (const auto usable = secrets->probe(); !usable)
            return shell.fail(usable.error());
        const auto key = secretKeyFor(**workspace, name, field);
        if (!key)
            return shell.fail(key.error());
        const bool isRemoval = arguments.has("remove");
        if (const auto done = isRemoval ? secrets->remove(*key) : keep(**workspace, *key, *secrets); !done)
            return shell.fail(done.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginObject().member("source", name).member("field", field).flag("kept", !isRemoval).endObject();
            });
        shell.say(isRemoval ? words("cli", "Removed the secret %1 of %2 from %3.", {field, name.text, secrets->where()})
                            : words("cli", "Kept the secret %1 of %2 in %3.", {field, name.text, secrets->where()}));
        return shell.done();
    }

private:
    static Status keep(Workspace &workspace, const SecretKey &key, SecretStore &secrets)
    {
        const auto field = fieldOf(workspace, key);
        const auto secret = readHidden(field.label, field.multiline);
        return secret ? secrets.write(key, *secret) : Status(secret.error());
    }

    static SecretField fieldOf(Workspace &workspace, const SecretKey &key)
    {
        const auto plan = prepareSync(workspace, key.source, Period::of(workspace.environment().clock->today()));
        if (plan) {
            const auto found = std::ranges::find(plan->secrets, key.field, &SecretField::id);
            if (found != plan->secrets.end())
                return *found;
        }
        return {key.field, key.field, {}, true, false};
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceSecret() { return std::make_unique<SourceSecret>(); }

} // namespace br::cli
