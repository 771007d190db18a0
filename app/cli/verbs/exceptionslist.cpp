#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ExceptionsList final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"exceptions list", words("cli", "List the dated exceptions"), {workspaceFile()}, {}, {"exceptions list acme.brw"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = exceptions(**workspace);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginArray();
                for (const auto &row : *rows) {
                    json.beginObject().member("client_id", row.client).member("service_id", row.service);
                    json.decimal("quantity", std::optional(row.quantity))
                        .memberOrNull("reason", row.reason)
                        .memberOrNull("author", row.author);
                    writeMoment(json, "until", row.until);
                    json.endObject();
                }
                json.endArray();
            });
        TextTable table({{words("cli", "client")}, {words("cli", "service")}, {words("cli", "quantity"), true}, {words("cli", "until")},
            {words("cli", "author")}, {words("cli", "reason")}});
        for (const auto &row : *rows)
            table.add({row.client.text, row.service.text, row.quantity.toString(),
                orDash(row.until ? row.until->toString() : std::string()), row.author, row.reason});
        shell.print(table.text());
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeExceptionsList() { return std::make_unique<ExceptionsList>(); }

} // namespace br::cli
