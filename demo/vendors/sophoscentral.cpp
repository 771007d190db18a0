#include "demo/vendors/sophoscentral.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

constexpr const char *partner = "44444444-0000-4000-8000-000000000001";
std::string tenantOf(int64_t client) { return "55555555-0000-4000-8000-00000000000" + std::to_string(client); }

FakeAnswer failure(const char *error, const char *message, int status)
{
    return json(
        object({{"error", quoted(error)}, {"message", quoted(message)}, {"correlationId", quoted("c-1")}, {"requestId", quoted("r-1")}}),
        status);
}

} // namespace

SophosCentral::SophosCentral(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

FakeAnswer SophosCentral::token(const FakeRequest &request)
{
    auto form = request.form();
    if (form["client_id"] != settings().at("client_id") || form["client_secret"] != secrets().at("client_secret")
        || form["grant_type"] != "client_credentials" || form["scope"] != "token")
        return json(object({{"errorCode", quoted("oauth.invalid_client_secret")}, {"message", quoted("Unauthorized")},
                        {"trackingId", quoted("t-1")}}),
            401);
    return json(object({{"access_token", quoted(m_gate.newToken())}, {"refresh_token", quoted("unused")}, {"token_type", quoted("bearer")},
        {"message", quoted("OK")}, {"errorCode", quoted("success")}, {"expires_in", "3600"}, {"trackingId", quoted("t-2")}}));
}

// FAC is a trial that refuses, JUW has not been set up.
FakeAnswer SophosCentral::tenants(const FakeRequest &request) const
{
    if (request.header("x-partner-id") != partner)
        return failure("Forbidden", "X-Partner-ID is missing", 403);
    Items items;
    for (const auto &client : m_world.clients) {
        Members members = {{"id", quoted(tenantOf(client.number))}, {"name", quoted(client.name)}, {"dataGeography", quoted("IE")},
            {"dataRegion", quoted("eu01")}, {"billingType", quoted(client.code == "FAC" ? "trial" : "usage")},
            {"partner", object({{"id", quoted(partner)}})}};
        if (client.code != "JUW")
            members.emplace_back("apiHost", quoted("http://api-eu01.central.sophos.com")); // as the documents' sample has it
        items.push_back(object(members));
    }
    const auto size = m_gate.pageSize(request.number("pageSize", 50));
    const auto page = request.number("page", 1);
    const auto pages = (int64_t(items.size()) + size - 1) / size;
    return json(object({{"items", jsonList(items, pageSlice(items.size(), page, size))},
        {"pages",
            object({{"current", number(page)}, {"size", number(size)}, {"total", number(pages)}, {"items", number(int64_t(items.size()))},
                {"maxSize", "100"}})}}));
}

FakeAnswer SophosCentral::byKey(const FakeRequest &request, const Items &items) const
{
    const auto from = std::atoll(request.parameter("pageFromKey", "0").c_str());
    const auto part = slice(items.size(), from, m_gate.pageSize(request.number("pageSize", 50)));
    Members pages = {{"size", number(int64_t(part.end - part.begin))}, {"maxSize", "500"}};
    if (part.more)
        pages.emplace_back("nextKey", quoted(std::to_string(part.end)));
    return json(object({{"items", jsonList(items, part)}, {"pages", object(pages)}}));
}

FakeAnswer SophosCentral::usage(const FakeRequest &request) const
{
    const auto period = Period::of(m_world.today);
    if (std::atoi(request.captured.at(0).c_str()) != period.year() || std::atoi(request.captured.at(1).c_str()) != period.month())
        return failure("NotFound", "No data for this month", 404);
    Items items;
    for (const auto &client : m_world.clients) {
        if (client.code == "FAC" || client.code == "JUW")
            continue;
        const auto add = [&](const char *sku, const char *code, const char *name, int64_t quantity) {
            items.push_back(object({{"partnerAccountId", quoted(partner)}, {"partnerAccountName", quoted("Lantern Ridge IT")},
                {"accountId", quoted(tenantOf(client.number))}, {"accountStatus", quoted("Active")}, {"sku", quoted(sku)},
                {"productCode", quoted(code)}, {"productDescription", quoted(name)}, {"productGroup", quoted("User")},
                {"orderNumber", quoted("O-" + client.code)}, {"orderLineItemNumber", quoted(code)}, {"billableQuantity", number(quantity)},
                {"actualQuantity", number(quantity)}, {"billingStartDate", quoted(period.firstDay().toString())},
                {"billingEndDate", quoted("2026-10-31")}}));
        };
        add("CIXAMSP", "CIXA-MSP", "Intercept X Advanced - MSP Monthly", client.workstations());
        if (client.servers() > 0)
            add("SVRCIXAMSP", "SVRCIXA-MSP", "Intercept X Advanced for Server - MSP Monthly", client.servers());
    }
    return byKey(request, items);
}

FakeAnswer SophosCentral::endpoints(const FakeRequest &request) const
{
    Items items;
    for (const auto &client : m_world.clients) {
        if (request.header("x-tenant-id") != tenantOf(client.number))
            continue;
        if (client.code == "FAC")
            return failure("Forbidden", "Partner Assistance is not enabled", 403);
        for (const auto &machine : client.machines) {
            items.push_back(
                object({{"id", quoted("endpoint-" + number(machine.number))}, {"type", quoted(machine.isServer ? "server" : "computer")},
                    {"hostname", quoted(machine.name)}, {"os", object({{"platform", quoted("windows")}, {"name", quoted("Windows")}})},
                    {"lastSeenAt", quoted(m_world.today.plusDays(-machine.daysSinceSeen).toString() + "T01:02:03.004Z")}}));
        }
    }
    return byKey(request, items);
}

void SophosCentral::mount(FakeServer &server)
{
    server.on("POST", "/api/v2/oauth2/token", [this](const FakeRequest &request) { return token(request); });
    const auto refused = failure("Unauthorized", "The token is not valid", 401);
    const auto on = [&](const std::string &path, Route route) {
        server.on(
            "GET", path, m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); }, refused, std::move(route)));
    };
    on("/whoami/v1", [](const FakeRequest &) {
        return json(object({{"id", quoted(partner)}, {"idType", quoted("partner")},
            {"apiHosts", object({{"global", quoted("https://api.central.sophos.com")}})}}));
    });
    on("/partner/v1/tenants", [this](const FakeRequest &request) { return tenants(request); });
    on("/partner/v1/billing/usage/{year}/{month}", [this](const FakeRequest &request) { return usage(request); });
    on("/endpoint/v1/endpoints", [this](const FakeRequest &request) { return endpoints(request); });
}

} // namespace br::demo
