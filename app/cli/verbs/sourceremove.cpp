#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "core/workspace/syncing.h"

namespace br::cli {

namespace {

class SourceRemove final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source remove", words("cli", "Remove a source and its secrets; its batches stay as evidence, out of force"),
            {workspaceFile(), {"NAME", words("cli", "the source")}}, {byOption()}, {"source remove acme.brw huntress"},
            words("cli", "Exit code 1 also when the source was removed but a secret of it could not be; it says which.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const SourceName name(arguments.at(1));
        const auto entries = secretEntries(**workspace, name);
        if (!entries)
            return shell.fail(entries.error());
        if (const auto removed = removeSource(**workspace, name); !removed)
            return shell.fail(removed.error());
        std::vector<std::string> left;
        for (const auto &error : removeSecrets((*workspace)->environment().secrets, *entries))
            left.push_back(error.message);
        int written = 0;
        if (arguments.wantsJson()) {
            written = shell.json([&](JsonWriter &json) {
                json.beginObject().member("removed", name);
                writeTexts(json, "secrets_left", left);
                json.endObject();
            });
        } else {
            shell.say(words("cli", "Removed the source %1.", {name.text}));
            written = shell.done();
        }
        for (const auto &reason : left)
            shell.fail({Errc::Io, words("cli", "a secret was not removed: %1", {reason})});
        return left.empty() ? written : 1;
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceRemove() { return std::make_unique<SourceRemove>(); }

} // namespace br::cli
