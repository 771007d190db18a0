#include "demo/vendors/autotask.h"

#include "core/base/text.h"
#include "demo/vendors/jsontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br::demo {

namespace {

const std::string base = "/ATServicesRest/V1.0";
constexpr int64_t firstCompany = 200;
constexpr int64_t firstContract = 300;
constexpr int64_t firstService = 400;
constexpr int64_t bundleClient = 7; // GRC buys a bundle

FakeAnswer failure(const std::string &why, int status = 500) { return json(object({{"errors", jsonList({quoted(why)})}}), status); }

std::string midnight(Day day) { return quoted(day.toString() + "T00:00:00Z"); }

// Compares as Autotask does for what the stand-in is asked: numbers, and dates as text.
bool passes(const QJsonObject &item, const QJsonObject &filter)
{
    const auto value = item.value(filter.value(QLatin1String("field")).toString());
    const auto bound = filter.value(QLatin1String("value"));
    const auto op = filter.value(QLatin1String("op")).toString();
    const int order = value.isString()          ? value.toString().compare(bound.toString())
        : value.toInteger() < bound.toInteger() ? -1
                                                : int(value.toInteger() > bound.toInteger());
    return op == QLatin1String("gte") ? order >= 0 : op == QLatin1String("lte") ? order <= 0 : order == 0;
}

QJsonObject parsed(const std::string &text) { return QJsonDocument::fromJson(QByteArray::fromStdString(text)).object(); }

} // namespace

Autotask::Autotask(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

Autotask::Items Autotask::companies() const
{
    Items items;
    for (const auto &client : m_world.clients) {
        items.push_back(object({{"id", number(firstCompany + client.number)}, {"companyName", quoted(client.name)}, {"companyType", "1"},
            {"isActive", "true"}, {"parentCompanyID", "null"}, {"webAddress", quoted("https://" + client.domain)}}));
    }
    items.push_back(object({{"id", "299"}, {"companyName", quoted("Left Long Ago Ltd")}, {"companyType", "1"}, {"isActive", "false"},
        {"parentCompanyID", "null"}}));
    return items;
}

Autotask::Items Autotask::contracts() const
{
    const auto contract = [](int64_t id, int64_t client, const char *name, int status, const char *until) {
        return object({{"id", number(id)}, {"companyID", number(firstCompany + client)}, {"contractName", quoted(name)},
            {"contractType", "7"}, {"contractPeriodType", "3"}, {"status", number(status)}, {"startDate", quoted("2025-01-01T00:00:00Z")},
            {"endDate", quoted(std::string(until) + "T00:00:00Z")}});
    };
    Items items;
    for (const auto &client : m_world.clients)
        items.push_back(contract(firstContract + client.number, client.number, "Managed services", 1, "2029-12-31"));
    items.push_back(contract(381, 1, "Old backup", 1, "2025-06-30"));
    items.push_back(contract(383, 6, "On hold", 0, "2029-12-31"));
    return items;
}

Autotask::Items Autotask::services() const
{
    Items items;
    int64_t id = firstService;
    for (const auto &product : m_world.products)
        items.push_back(object({{"id", number(++id)}, {"name", quoted(product.name)}, {"isActive", "true"}, {"periodType", "3"},
            {"unitPrice", product.price}, {"unitCost", product.cost}}));
    return items;
}

// A service of a contract, or its units: in the month before, one more than in this one; in the next, none.
Autotask::Items Autotask::contractServices(bool asUnits) const
{
    Items items;
    const auto add = [&](int64_t id, int64_t contract, const std::string &productId, int quantity) {
        const auto &product = m_world.product(productId);
        const int64_t service = firstService + 1 + (&product - m_world.products.data());
        if (!asUnits) {
            items.push_back(object({{"id", number(id)}, {"contractID", number(contract)}, {"serviceID", number(service)},
                {"unitPrice", product.price}, {"unitCost", product.cost}}));
            return;
        }
        const Day first = Period::of(m_world.today).firstDay();
        for (int month = -1; month <= 1; ++month) {
            const Day from = first.plusMonths(month);
            items.push_back(object({{"id", number(id * 10 + month + 1)}, {"contractID", number(contract)},
                {"contractServiceID", number(id)}, {"serviceID", number(service)}, {"units", number(quantity - month)},
                {"startDate", midnight(from)}, {"endDate", midnight(from.plusMonths(1).plusDays(-1))}}));
        }
    };
    for (const auto &client : m_world.clients) {
        int64_t id = 5000 + client.number * 10;
        for (const auto &line : client.lines)
            add(id++, firstContract + client.number, line.product, std::atoi(line.quantity.c_str()));
    }
    add(5901, 381, "EDR", 3); // of the contract that has ended
    add(5902, 383, "EDR", 4); // of the one on hold
    return items;
}

Autotask::Items Autotask::itemsOf(const std::string &entity) const
{
    const auto contract = number(firstContract + bundleClient);
    if (entity == "Companies")
        return companies();
    if (entity == "Contracts")
        return contracts();
    if (entity == "Services")
        return services();
    if (entity == "ContractServices" || entity == "ContractServiceUnits")
        return contractServices(entity == "ContractServiceUnits");
    if (entity == "ServiceBundles")
        return {object({{"id", "60"}, {"name", quoted("Server care")}, {"isActive", "true"}})};
    if (entity == "ContractServiceBundles")
        return {object(
            {{"id", "7000"}, {"contractID", contract}, {"serviceBundleID", "60"}, {"unitPrice", "70.00"}, {"adjustedPrice", "62.50"}})};
    const Day first = Period::of(m_world.today).firstDay();
    return {object({{"id", "70000"}, {"contractID", contract}, {"contractServiceBundleID", "7000"}, {"serviceBundleID", "60"},
        {"units", "2"}, {"startDate", midnight(first)}, {"endDate", midnight(first.plusMonths(3).plusDays(-1))}})};
}

FakeAnswer Autotask::query(const FakeRequest &request) const
{
    if (request.method != "POST")
        return failure("The requested resource does not support http method 'GET'.", 405);
    const auto asked = parsed(request.body);
    const auto filters = asked.value(QLatin1String("filter")).toArray();
    const auto most = asked.value(QLatin1String("MaxRecords")).toInteger(500);
    if (filters.isEmpty())
        return failure("A filter is required.");
    if (most < 1 || most > 500)
        return failure("maxCountOfRecordsToReturn must be between 1 and 500");
    const auto &entity = request.captured.at(0);
    Items found;
    for (const auto &item : itemsOf(entity)) {
        const auto fields = parsed(item);
        if (std::ranges::all_of(filters, [&](const QJsonValue &filter) { return passes(fields, filter.toObject()); }))
            found.push_back(item);
    }
    const auto paging = parsed(request.parameter("paging", "{}"));
    const auto size = m_gate.pageSize(most);
    const auto part = slice(found.size(), paging.value(QLatin1String("offset")).toInteger(0), size);
    const std::string next = "https://webservices5.autotask.net" + base + "/" + entity + "/query/next?paging=%7b%22pageSize%22%3a"
        + number(size) + "%2c%22offset%22%3a" + number(int64_t(part.end)) + "%7d";
    return json(object({{"items", jsonList(found, part)},
        {"pageDetails",
            object({{"count", number(int64_t(part.end - part.begin))}, {"requestCount", number(most)}, {"prevPageUrl", "null"},
                {"nextPageUrl", part.more ? quoted(next) : "null"}})}}));
}

void Autotask::mount(FakeServer &server)
{
    server.on("GET", "/atservicesrest/v1.0/zoneInformation", [this](const FakeRequest &request) {
        if (request.parameter("user", "") != settings().at("user"))
            return failure("Zone information could not be determined");
        return json(object({{"zoneName", quoted("America East")}, {"url", quoted("https://webservices5.autotask.net/ATServicesRest/")},
            {"webUrl", quoted("https://ww5.autotask.net/")}, {"ci", "1"}}));
    });
    const auto isAllowed = [this](const FakeRequest &request) {
        const auto keys = secrets();
        return request.header("username") == settings().at("user") && request.header("secret") == keys.at("secret")
            && request.header("apiintegrationcode") == keys.at("integration_code");
    };
    const auto on = [&](const std::string &method, const std::string &path, Route route) {
        server.on(method, base + path, m_gate.guard(isAllowed, failure("Unauthorized", 401), std::move(route)));
    };
    on("GET", "/ThresholdInformation", [](const FakeRequest &) {
        return json(
            object({{"externalRequestThreshold", "10000"}, {"requestThresholdTimeframe", "60"}, {"currentTimeframeRequestCount", "12"}}));
    });
    on("GET", "/Contracts/entityInformation/fields", [](const FakeRequest &) {
        const auto choice = [](const char *value, const char *label) {
            return object({{"value", quoted(value)}, {"label", quoted(label)}, {"isActive", "true"}});
        };
        return json(object({{"fields",
            jsonList({object({{"name", quoted("status")}, {"picklistValues", jsonList({choice("0", "Inactive"), choice("1", "Active")})}}),
                object({{"name", quoted("contractPeriodType")},
                    {"picklistValues", jsonList({choice("3", "Monthly"), choice("4", "Quarterly")})}})})}}));
    });
    on("", "/{entity}/query", [this](const FakeRequest &request) { return query(request); });
    on("", "/{entity}/query/next", [this](const FakeRequest &request) { return query(request); });
}

} // namespace br::demo
