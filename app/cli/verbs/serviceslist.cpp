#include "app/cli/listverb.h"
#include "app/cli/rowsjson.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/rulemaking.h"

namespace br::cli {

namespace {

class ServicesList final : public ListVerb<Service> {
public:
    VerbInfo info() const override
    {
        return {"services list", words("cli", "List the services: which products bill them and which meters count them"), {workspaceFile()},
            {}, {"services list acme.brw"}, words("cli", "services export writes the whole rules.")};
    }

protected:
    Result<std::vector<Service>> read(Workspace &workspace, const Asked &) const override { return services(workspace); }

    std::vector<TextTable::Column> columns() const override
    {
        return {{words("cli", "service")}, {words("cli", "name")}, {words("cli", "group")}, {words("cli", "billed by")},
            {words("cli", "counted by")}};
    }

    std::vector<std::string> cells(const Service &service, const Asked &) const override
    {
        return {service.id.text, service.label(), orDash(service.group), orDash(joined(products(service), ", ")),
            orDash(joined(meters(service), ", "))};
    }

    void write(JsonWriter &json, const Service &service, const Asked &) const override
    {
        json.beginObject().member("id", service.id).member("name", service.label()).memberOrNull("group", service.group);
        json.decimal("default_price", service.defaultPrice).memberOrNull("currency", service.currency.code());
        writeTexts(json, "billed", products(service));
        json.key("counted").beginArray();
        for (const auto &by : service.counted)
            json.beginObject().member("source", by.source).member("meter", by.meter).member("measure", measureCode(by.measure)).endObject();
        json.endArray().endObject();
    }

private:
    static std::vector<std::string> products(const Service &service)
    {
        std::vector<std::string> out;
        for (const auto &by : service.billed)
            out.push_back(by.product.text);
        return out;
    }

    static std::vector<std::string> meters(const Service &service)
    {
        std::vector<std::string> out;
        for (const auto &by : service.counted)
            out.push_back(by.source.text + "/" + by.meter.text + " (" + measureCode(by.measure) + ")");
        return out;
    }
};

} // namespace

std::unique_ptr<Verb> makeServicesList() { return std::make_unique<ServicesList>(); }

} // namespace br::cli
