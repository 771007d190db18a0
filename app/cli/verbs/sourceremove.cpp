#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

namespace br::cli {

namespace {

class SourceRemove final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source remove", words("cli", "Remove a source; its batches stay as evidence, out of force"),
            {workspaceFile(), {"NAME", words("cli", "the source")}}, {byOption()}, {"source remove acme.brw huntress"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const SourceName name(arguments.at(1));
        if (const auto removed = removeSource(**workspace, name); !removed)
            return shell.fail(removed.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { json.beginObject().member("removed", name).endObject(); });
        shell.say(words("cli", "Removed the source %1.", {name.text}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceRemove() { return std::make_unique<SourceRemove>(); }

} // namespace br::cli
