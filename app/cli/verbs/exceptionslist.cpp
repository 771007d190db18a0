#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ExceptionsList final : public ListVerb<CountException> {
public:
    VerbInfo info() const override
    {
        return {"exceptions list", words("cli", "List the dated exceptions"), {workspaceFile()}, {}, {"exceptions list acme.brw"}, {}};
    }

protected:
    Result<std::vector<CountException>> read(Workspace &workspace, const Asked &) const override { return exceptions(workspace); }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "client")}, {words("cli", "service")}, {words("cli", "quantity"), true}, {words("cli", "until")},
            {words("cli", "author")}, {words("cli", "reason")}};
    }

    std::vector<std::string> cells(const CountException &row, const Asked &) const override
    {
        return {row.client.text, row.service.text, row.quantity.toString(), orDash(row.until ? row.until->toString() : std::string()),
            row.author, row.reason};
    }

    void write(JsonWriter &json, const CountException &row, const Asked &) const override
    {
        json.beginObject().member("client_id", row.client).member("service_id", row.service);
        json.decimal("quantity", std::optional(row.quantity)).memberOrNull("reason", row.reason).memberOrNull("author", row.author);
        writeMoment(json, "until", row.until);
        json.endObject();
    }
};

} // namespace

std::unique_ptr<Verb> makeExceptionsList() { return std::make_unique<ExceptionsList>(); }

} // namespace br::cli
