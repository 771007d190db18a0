#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

namespace br::cli {

namespace {

class Notes final : public ListVerb<Note> {
public:
    VerbInfo info() const override
    {
        return {"notes", words("cli", "List the notes of a discrepancy or a client"), {workspaceFile()},
            {{"key", "KEY", words("cli", "the discrepancy")}, {"client", "ID", words("cli", "or the client")}},
            {"notes acme.brw --key 2026-10/underbilled/C1/edr", "notes acme.brw --client C1 --json"}, {}};
    }

protected:
    Status judge(const Arguments &arguments) const override
    {
        if (arguments.has("key") == arguments.has("client"))
            return Error{Errc::InvalidInput, words("cli", "say whose notes: one of --key and --client")};
        return {};
    }

    Result<std::vector<Note>> read(Workspace &workspace, const Asked &asked) const override
    {
        return notes(workspace, asked.arguments.option("key", {}), ClientId(asked.arguments.option("client", {})));
    }

    std::vector<TextTable::Column> columns() const override { return {{words("cli", "at")}, {words("cli", "by")}, {words("cli", "note")}}; }

    std::vector<std::string> cells(const Note &row, const Asked &) const override { return {row.at, row.by, row.text}; }

    void write(JsonWriter &json, const Note &row, const Asked &) const override { writeNote(json, row); }
};

} // namespace

std::unique_ptr<Verb> makeNotes() { return std::make_unique<Notes>(); }

} // namespace br::cli
