#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

#include <charconv>

namespace br::cli {

namespace {

std::optional<int64_t> numberOf(const std::string &text)
{
    int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number > 0 ? std::optional(number) : std::nullopt;
}

class Rejected final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"rejected", words("cli", "List the rows of a batch that were not taken, each with the reason"),
            {workspaceFile(), {"BATCH", words("cli", "the number that import and batches show")}},
            {{"warnings", "", words("cli", "list the rows that were taken with a warning instead")}}, {"rejected acme.brw 7"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto batch = numberOf(arguments.at(1));
        if (!batch)
            return shell.misuse(words("cli", "\"%1\" is not the number of a batch", {shortened(arguments.at(1))}));
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = arguments.has("warnings") ? warningRows(**workspace, *batch) : rejectedRows(**workspace, *batch);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { writeRejected(json, *rows); });
        TextTable table({{words("cli", "file")}, {words("cli", "row"), true}, {words("cli", "column")}, {words("cli", "value")},
            {words("cli", "reason")}});
        for (const auto &row : *rows)
            table.add({row.file, std::to_string(row.row), orDash(row.column), row.value, row.reason});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeRejected() { return std::make_unique<Rejected>(); }

} // namespace br::cli
