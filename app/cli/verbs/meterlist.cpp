#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class MeterList final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"meter list", words("cli", "List the meters of a period and the services that count them"), {workspaceFile()},
            {periodOption(words("cli", "the month to look at"))}, {"meter list acme.brw --period 2026-10"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto period = arguments.period();
        if (!period)
            return shell.misuse(period.error().message);
        const auto workspace = shell.open(arguments, OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        const auto rows = meterRows(**workspace, *period);
        if (!rows)
            return shell.fail(rows.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, *rows); });
        TextTable table({{words("cli", "source")}, {words("cli", "meter")}, {words("cli", "name")}, {words("cli", "services")},
            {words("cli", "assets"), true}, {words("cli", "ignored")}});
        for (const auto &row : *rows)
            table.add({row.meter.source.text, row.meter.id.text, row.meter.name, orDash(joined(names(row), ", ")),
                std::to_string(row.assets), row.ignored ? words("cli", "yes") : std::string()});
        shell.print(table.text());
        return shell.done();
    }

private:
    static std::vector<std::string> names(const MeterRow &row)
    {
        std::vector<std::string> out;
        for (const auto &service : row.services)
            out.push_back(service.text);
        return out;
    }

    static void write(JsonWriter &json, const std::vector<MeterRow> &rows)
    {
        json.beginArray();
        for (const auto &row : rows) {
            json.beginObject()
                .member("source", row.meter.source)
                .member("meter_id", row.meter.id)
                .memberOrNull("meter_name", row.meter.name);
            json.key("services").beginArray();
            for (const auto &name : names(row))
                json.text(name);
            json.endArray().flag("ignored", row.ignored).memberOrNull("reason", row.ignoredReason).number("accounts", row.accounts);
            json.decimal("purchased", row.purchased)
                .decimal("assigned", row.assigned)
                .decimal("used", row.used)
                .number("assets", row.assets)
                .endObject();
        }
        json.endArray();
    }
};

} // namespace

std::unique_ptr<Verb> makeMeterList() { return std::make_unique<MeterList>(); }

} // namespace br::cli
