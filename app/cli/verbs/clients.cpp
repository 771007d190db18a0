#include "app/cli/rowsjson.h"
#include "app/cli/rundone.h"
#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/listing.h"

namespace br::cli {

namespace {

class Clients final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"clients", words("cli", "List the clients of a period with their open rows and sums"), {workspaceFile()},
            {periodOption(words("cli", "a month that was reconciled"))}, {"clients acme.brw --period 2026-10"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        if (const auto done = checkReconciled(**workspace, *period, shell); !done)
            return shell.fail(done.error());
        const auto rows = clientRows(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, *rows); });
        TextTable table({{words("cli", "client")}, {words("cli", "name")}, {words("cli", "positions"), true}, {words("cli", "open"), true},
            {words("cli", "decided"), true}, {words("cli", "not billed"), true}, {words("cli", "billed too much"), true}});
        for (const auto &row : *rows)
            table.add({row.client.text, row.name, std::to_string(row.positions), std::to_string(row.openRows),
                std::to_string(row.decidedRows), sums(row.under), sums(row.over)});
        shell.print(table.text());
        return shell.done();
    }

private:
    static std::string sums(const std::vector<Money> &monies)
    {
        std::vector<std::string> out;
        for (const auto &money : monies)
            out.push_back(moneyText(money.amount, money.currency));
        return joined(out, ", ");
    }

    static void write(JsonWriter &json, const std::vector<ClientRow> &rows)
    {
        json.beginArray();
        for (const auto &row : rows) {
            json.beginObject().member("client_id", row.client).member("client_name", row.name).member("parent_client_id", row.parent);
            json.flag("roll_up", row.rollUp)
                .number("positions", row.positions)
                .number("open", row.openRows)
                .number("decided", row.decidedRows);
            writeMonies(json, "under", row.under);
            writeMonies(json, "over", row.over);
            json.endObject();
        }
        json.endArray();
    }
};

} // namespace

std::unique_ptr<Verb> makeClients() { return std::make_unique<Clients>(); }

} // namespace br::cli
