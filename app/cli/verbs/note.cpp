#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

namespace br::cli {

namespace {

class NoteVerb final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"note", words("cli", "Add a note to a discrepancy or a client"),
            {workspaceFile(), {"TEXT", words("cli", "what to remember")}},
            {{"key", "KEY", words("cli", "the discrepancy it belongs to")}, {"client", "ID", words("cli", "or the client it belongs to")},
                byOption()},
            {"note acme.brw \"asked Acme, waiting\" --key 2026-10/underbilled/C1/edr --by Jana",
                "note acme.brw \"renews in May\" --client C1"},
            {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        if (arguments.has("key") == arguments.has("client"))
            return shell.misuse(words("cli", "a note belongs to one of --key and --client"));
        Note note;
        note.key = arguments.option("key", {});
        note.client = ClientId(arguments.option("client", {}));
        note.text = arguments.at(1);
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        if (const auto added = addNote(**workspace, note); !added)
            return shell.fail(added.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginObject().memberOrNull("key", note.key).member("client_id", note.client).member("text", note.text).endObject();
            });
        shell.say(words("cli", "Noted."));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeNote() { return std::make_unique<NoteVerb>(); }

} // namespace br::cli
