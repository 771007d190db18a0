#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/deciding.h"

#include <charconv>

namespace br::cli {

namespace {

class Events final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"events", words("cli", "List the log: who did what, newest first"), {workspaceFile()},
            {{"limit", "N", words("cli", "how many; without it all")}}, {"events acme.brw --limit 20"},
            words("cli", "Each entry carries the hash of the one before; check verifies the chain.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto limit = limitOf(arguments.option("limit", "2147483647"));
        if (!limit)
            return shell.misuse(words("cli", "--limit is \"%1\"; it takes a whole number above zero", {arguments.option("limit", {})}));
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = events(**workspace, 0, *limit);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, *rows); });
        TextTable table({{words("cli", "number"), true}, {words("cli", "at")}, {words("cli", "by")}, {words("cli", "what")},
            {words("cli", "subject")}});
        for (const auto &row : *rows)
            table.add({std::to_string(row.sequence), row.at, row.by, row.what, row.subject});
        shell.print(table.text());
        return shell.done();
    }

private:
    static std::optional<int> limitOf(const std::string &text)
    {
        int number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
    }

    static void write(JsonWriter &json, const std::vector<Event> &rows)
    {
        json.beginArray();
        for (const auto &row : rows) {
            json.beginObject().number("sequence", row.sequence).member("at", row.at).member("by", row.by).member("what", row.what);
            json.member("subject", row.subject)
                .member("detail", row.detail)
                .member("previous_hash", row.previousHash)
                .member("hash", row.hash)
                .endObject();
        }
        json.endArray();
    }
};

} // namespace

std::unique_ptr<Verb> makeEvents() { return std::make_unique<Events>(); }

} // namespace br::cli
