#include "demo/vendors/sherweb.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

std::string uuid(int kind, int64_t value)
{
    return "0000000" + std::to_string(kind) + "-1111-4000-8000-0000000000" + std::to_string(10 + value);
}

} // namespace

Sherweb::Sherweb(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
    // How Sherweb says it: not in a header.
    m_gate.setBusy([] {
        return json(object({{"title", quoted("Too Many Requests")}, {"status", "429"},
                        {"detail", quoted("Rate limit is exceeded. Try again in 1 seconds.")}}),
            429);
    });
}

FakeAnswer Sherweb::token(const FakeRequest &request)
{
    auto form = request.form();
    if (form["client_id"] != settings().at("client_id") || form["client_secret"] != secrets().at("client_secret")
        || form["grant_type"] != "client_credentials" || (form["scope"] != "service-provider" && form["scope"] != "distributor"))
        return json(object({{"error", quoted("invalid_client")}}), 400);
    return demo::token(m_gate.newToken(), 3600);
}

FakeAnswer Sherweb::customers() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        items.push_back(object({{"id", quoted(uuid(1, client.number))}, {"displayName", quoted(client.name)},
            {"path", jsonList({quoted("Lantern Ridge IT"), quoted(client.name)})}, {"suspendedOn", "null"}}));
    }
    return json(object({{"items", jsonList(items)}}));
}

FakeAnswer Sherweb::subscriptions(const FakeRequest &request) const
{
    for (const auto &client : m_world.clients) {
        if (request.parameter("customerId", "") != uuid(1, client.number))
            continue;
        if (client.code == "JUW") // not set up for billing
            return json(object({{"title", quoted("Internal Server Error")}, {"status", "500"}}), 500);
        const auto &product = m_world.product(client.suite);
        const bool isYearly = client.code == "FAC";
        const auto term
            = object({{"type", quoted("Yearly")}, {"termEndDate", quoted(m_world.today.plusMonths(4).toString() + "T00:00:00Z")}});
        const auto subscription = object({{"id", quoted(uuid(2, client.number))}, {"productName", quoted(product.name)},
            {"description", quoted(product.name)}, {"sku", quoted(client.suite)}, {"quantity", number(client.seatsBought)},
            {"billingCycle", quoted(isYearly ? "Yearly" : "Monthly")}, {"purchaseDate", quoted("2025-02-01T00:00:00Z")},
            {"fees", object({{"recurringFee", isYearly ? "247.20" : product.cost}, {"setupFee", "0"}, {"currency", quoted("EUR")}})},
            {"commitmentTerm", isYearly ? term : "null"}});
        return json(object({{"items", jsonList({subscription})}}));
    }
    return json(object({{"title", quoted("Not Found")}, {"status", "404"}}), 404);
}

FakeAnswer Sherweb::charges(const FakeRequest &request) const
{
    const auto first = Period::of(m_world.today).firstDay();
    const auto last = first.plusMonths(1).plusDays(-1);
    if (request.parameter("date", "") != last.toString())
        return json(object({{"title", quoted("Bad Request")}, {"status", "400"}}), 400);
    std::vector<std::string> items;
    const auto add = [&](const WorldClient &client, const char *type, const char *cycle, int quantity, const std::string &cost) {
        items.push_back(object({{"productId", quoted(uuid(3, client.number))}, {"productName", quoted(m_world.product(client.suite).name)},
            {"sku", quoted(client.suite)}, {"chargeId", quoted(uuid(4, int64_t(items.size())))}, {"chargeName", quoted("Seat")},
            {"chargeType", quoted(type)}, {"billingCycleType", quoted(cycle)}, {"periodFrom", quoted(first.toString())},
            {"periodTo", quoted(last.toString())}, {"quantity", number(quantity)}, {"listPrice", cost}, {"netPrice", cost},
            {"netPriceProrated", cost}, {"subTotal", cost}, {"currency", quoted("EUR")}, {"isBilled", "true"}, {"isProratable", "true"},
            {"tags", jsonList({object({{"name", quoted("CustomerName")}, {"value", quoted(client.name)}})})}}));
    };
    for (const auto &client : m_world.clients)
        add(client, "Recurring", "Monthly", client.seatsBought, m_world.product(client.suite).cost);
    add(m_world.clients.front(), "Setup", "OneTime", 1, "100");
    return json(object({{"periodFrom", quoted(first.toString())}, {"periodTo", quoted(last.toString())}, {"charges", jsonList(items)}}));
}

void Sherweb::mount(FakeServer &server)
{
    server.on("POST", "/auth/oidc/connect/token", [this](const FakeRequest &request) { return token(request); });
    const auto isAllowed = [this](const FakeRequest &request) {
        return request.header("ocp-apim-subscription-key") == secrets().at("subscription_key") && m_gate.holds(request);
    };
    const auto refused = json(object({{"title", quoted("Unauthorized")}, {"status", "401"}}), 401);
    const auto on
        = [&](const std::string &path, Route route) { server.on("GET", path, m_gate.guard(isAllowed, refused, std::move(route))); };
    on("/service-provider/v1/customers", [this](const FakeRequest &) { return customers(); });
    on("/service-provider/v1/billing/subscriptions/details", [this](const FakeRequest &request) { return subscriptions(request); });
    on("/distributor/v1/billing/payable-charges", [this](const FakeRequest &request) { return charges(request); });
}

} // namespace br::demo
