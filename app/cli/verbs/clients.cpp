#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/rundone.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/words/words.h"
#include "core/workspace/listing.h"

namespace br::cli {

namespace {

class Clients final : public ListVerb<ClientRow> {
public:
    VerbInfo info() const override
    {
        return {"clients", words("cli", "List the clients of a period with their open rows and sums"), {workspaceFile()},
            {periodOption(words("cli", "a month that was reconciled"))}, {"clients acme.brw --period 2026-10"}, {}};
    }

protected:
    Result<std::vector<ClientRow>> read(Workspace &workspace, const Asked &asked) const override
    {
        if (const auto done = checkReconciled(workspace, *asked.period, asked.shell); !done)
            return done.error();
        return clientRows(workspace, *asked.period);
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "client")}, {words("cli", "name")}, {words("cli", "positions"), true}, {words("cli", "open"), true},
            {words("cli", "decided"), true}, {words("cli", "not billed"), true}, {words("cli", "billed too much"), true}};
    }

    std::vector<std::string> cells(const ClientRow &row, const Asked &) const override
    {
        return {row.client.text, row.name, std::to_string(row.positions), std::to_string(row.openRows), std::to_string(row.decidedRows),
            sums(row.under), sums(row.over)};
    }

    void write(JsonWriter &json, const ClientRow &row, const Asked &) const override
    {
        json.beginObject().member("client_id", row.client).member("client_name", row.name).member("parent_client_id", row.parent);
        json.flag("roll_up", row.rollUp).number("positions", row.positions).number("open", row.openRows).number("decided", row.decidedRows);
        writeMonies(json, "under", row.under);
        writeMonies(json, "over", row.over);
        json.endObject();
    }

private:
    static std::string sums(const std::vector<Money> &monies)
    {
        std::vector<std::string> out;
        for (const auto &money : monies)
            out.push_back(exactMoney(money.amount, money.currency));
        return joined(out, ", ");
    }
};

} // namespace

std::unique_ptr<Verb> makeClients() { return std::make_unique<Clients>(); }

} // namespace br::cli
