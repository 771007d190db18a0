#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class MeterList final : public ListVerb<MeterRow> {
public:
    VerbInfo info() const override
    {
        return {"meter list", words("cli", "List the meters of a period and the services that count them"), {workspaceFile()},
            {periodOption(words("cli", "the month to look at"))}, {"meter list acme.brw --period 2026-10"}, {}};
    }

protected:
    Result<std::vector<MeterRow>> read(Workspace &workspace, const Asked &asked) const override
    {
        return meterRows(workspace, *asked.period);
    }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "source")}, {words("cli", "meter")}, {words("cli", "name")}, {words("cli", "services")},
            {words("cli", "assets"), true}, {words("cli", "ignored")}};
    }

    std::vector<std::string> cells(const MeterRow &row, const Asked &) const override
    {
        return {row.meter.source.text, row.meter.id.text, row.meter.name, orDash(joined(names(row), ", ")), std::to_string(row.assets),
            row.ignored ? words("cli", "yes") : std::string()};
    }

    void write(JsonWriter &json, const MeterRow &row, const Asked &) const override
    {
        json.beginObject().member("source", row.meter.source).member("meter_id", row.meter.id).memberOrNull("meter_name", row.meter.name);
        writeTexts(json, "services", names(row));
        json.flag("ignored", row.ignored).memberOrNull("reason", row.ignoredReason).number("accounts", row.accounts);
        json.decimal("purchased", row.purchased).decimal("assigned", row.assigned).decimal("used", row.used);
        json.number("assets", row.assets).endObject();
    }

private:
    static std::vector<std::string> names(const MeterRow &row)
    {
        std::vector<std::string> out;
        for (const auto &service : row.services)
            out.push_back(service.text);
        return out;
    }
};

} // namespace

std::unique_ptr<Verb> makeMeterList() { return std::make_unique<MeterList>(); }

} // namespace br::cli
