#include "demo/vendors/microsoftgraph.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

constexpr const char *partnerTenant = "99999999-0000-4000-8000-000000000000";
std::string tenantOf(int64_t client) { return "11111111-0000-4000-8000-00000000000" + std::to_string(client); }
std::string tokenOf(const std::string &tenant) { return "stand-in-token-of-" + tenant; }
std::string skuOf(const std::string &suite)
{
    return suite == "M365-BP" ? "cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46" : "f245ecc8-75af-4f8e-b61f-27d8114de5f3";
}
std::string partOf(const std::string &suite) { return suite == "M365-BP" ? "SPB" : "O365_BUSINESS_PREMIUM"; }
constexpr const char *freeSku = "a403ebcc-fae0-4ca2-8c8c-7a907fd6c235";

} // namespace

MicrosoftGraph::MicrosoftGraph(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::map<std::string, std::string> MicrosoftGraph::settings() const
{
    return {{"tenants", "customers"}, {"tenant", partnerTenant}, {"client_id", "stand-in-graph-client"}};
}

MicrosoftGraph::Items MicrosoftGraph::customers() const
{
    Items items;
    for (const auto &client : m_world.clients) {
        items.push_back(object({{"id", quoted("22222222-0000-4000-8000-00000000000" + std::to_string(client.number))},
            {"contractType", quoted("BreadthPartner")}, {"customerId", quoted(tenantOf(client.number))},
            {"defaultDomainName", quoted(client.domain)}, {"displayName", quoted(client.name)}}));
    }
    return items;
}

// GRC bought its seats in two parts; AFL tries something; BDG has a part that ended.
MicrosoftGraph::Items MicrosoftGraph::subscriptions(const WorldClient &client) const
{
    Items items;
    const auto add = [&](int at, int seats, const std::string &sku, const std::string &part, bool isTrial, const char *status) {
        items.push_back(object({{"id", quoted(client.code + "-subscription-" + std::to_string(at))},
            {"commerceSubscriptionId", quoted(client.code + "-commerce-" + std::to_string(at))},
            {"createdDateTime", quoted("2025-02-01T00:00:00Z")}, {"isTrial", truth(isTrial)},
            {"nextLifecycleDateTime", quoted(m_world.today.plusMonths(3).toString() + "T00:00:00Z")}, {"skuId", quoted(sku)},
            {"skuPartNumber", quoted(part)}, {"status", quoted(status)}, {"totalLicenses", number(seats)}}));
    };
    const int first = client.code == "GRC" ? client.seatsBought - 4 : client.seatsBought;
    add(1, first, skuOf(client.suite), partOf(client.suite), false, "Enabled");
    if (client.code == "GRC")
        add(2, 4, skuOf(client.suite), partOf(client.suite), false, "Warning");
    if (client.code == "AFL")
        add(2, 25, skuOf("M365-BS"), partOf("M365-BS"), true, "Enabled");
    if (client.code == "BDG")
        add(2, 7, skuOf("M365-BP"), partOf("M365-BP"), false, "Suspended");
    if (client.code == "CFR")
        add(2, 10000, freeSku, "POWER_BI_STANDARD", false, "Enabled");
    return items;
}

MicrosoftGraph::Items MicrosoftGraph::skus(const WorldClient &client) const
{
    const auto sku = [&](const std::string &id, const std::string &part, size_t used, int64_t bought) {
        return object({{"id", quoted(tenantOf(client.number) + "_" + id)}, {"skuId", quoted(id)}, {"skuPartNumber", quoted(part)},
            {"appliesTo", quoted("User")}, {"capabilityStatus", quoted("Enabled")}, {"consumedUnits", number(int64_t(used))},
            {"prepaidUnits", object({{"enabled", number(bought)}, {"suspended", "0"}, {"warning", "0"}, {"lockedOut", "0"}})}});
    };
    Items items = {sku(skuOf(client.suite), partOf(client.suite), client.people.size(), client.seatsBought)};
    if (client.code == "CFR")
        items.push_back(sku(freeSku, "POWER_BI_STANDARD", 1, 10000));
    return items;
}

MicrosoftGraph::Items MicrosoftGraph::users(const WorldClient &client) const
{
    Items items;
    for (const auto &person : client.people) {
        Items licences = {object({{"skuId", quoted(skuOf(client.suite))}, {"disabledPlans", "[]"}})};
        if (client.code == "CFR" && person.number == client.people.front().number)
            licences.push_back(object({{"skuId", quoted(freeSku)}, {"disabledPlans", "[]"}}));
        items.push_back(object({{"id", quoted("user-" + number(person.number))}, {"userPrincipalName", quoted(person.mail)},
            {"displayName", quoted(person.name)}, {"accountEnabled", truth(client.code != "EVE")}, {"userType", quoted("Member")},
            {"assignedLicenses", jsonList(licences)}}));
    }
    items.push_back(object({{"id", quoted("room-" + client.code)}, {"userPrincipalName", quoted("room@" + client.domain)},
        {"displayName", quoted("Meeting room")}, {"accountEnabled", "false"}, {"userType", quoted("Member")}, {"assignedLicenses", "[]"}}));
    return items;
}

FakeAnswer MicrosoftGraph::token(const FakeRequest &request) const
{
    auto form = request.form();
    if (form["client_id"] != settings().at("client_id") || form["client_secret"] != secrets().at("client_secret")
        || form["grant_type"] != "client_credentials" || form["scope"] != "https://graph.microsoft.com/.default")
        return json(object({{"error", quoted("invalid_client")},
                        {"error_description", quoted("AADSTS7000215: Invalid client secret provided.")}, {"error_codes", "[7000215]"}}),
            401);
    return demo::token(tokenOf(request.captured.at(0)), 3599);
}

const WorldClient *MicrosoftGraph::clientOf(const FakeRequest &request) const
{
    for (const auto &client : m_world.clients) {
        if (hasBearer(request, tokenOf(tenantOf(client.number))))
            return &client;
    }
    return nullptr;
}

FakeAnswer MicrosoftGraph::page(const FakeRequest &request, const Items &items) const
{
    const auto from = std::atoll(request.parameter("$skiptoken", "0").c_str());
    const auto part = slice(items.size(), from, m_gate.pageSize(request.number("$top", 100)));
    Members members = {{"@odata.context", quoted("https://graph.microsoft.com/v1.0/$metadata")}, {"value", jsonList(items, part)}};
    if (part.more)
        members.emplace_back(
            "@odata.nextLink", quoted("https://graph.microsoft.com" + request.path + "?$skiptoken=" + number(int64_t(part.end))));
    return json(object(members));
}

FakeAnswer MicrosoftGraph::perCustomer(const FakeRequest &request, Items (MicrosoftGraph::*items)(const WorldClient &) const) const
{
    const auto *client = clientOf(request);
    if (client == nullptr)
        return page(request, {});
    if (client->code == "JUW") { // has not consented
        return json(object({{"error",
                        object({{"code", quoted("Authorization_RequestDenied")},
                            {"message", quoted("Insufficient privileges to complete the operation.")},
                            {"innerError", object({{"request-id", quoted("33333333-0000-4000-8000-000000000001")}})}})}}),
            403);
    }
    return page(request, (this->*items)(*client));
}

void MicrosoftGraph::mount(FakeServer &server)
{
    server.on("POST", "/{tenant}/oauth2/v2.0/token", [this](const FakeRequest &request) { return token(request); });
    const auto refused
        = json(object({{"error",
                   object({{"code", quoted("InvalidAuthenticationToken")}, {"message", quoted("Access token is empty or not valid.")}})}}),
            401);
    const auto isAllowed
        = [this](const FakeRequest &request) { return clientOf(request) != nullptr || hasBearer(request, tokenOf(partnerTenant)); };
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/v1.0" + path, m_gate.guard(isAllowed, refused, std::move(route)));
    };
    on("/contracts", [this](const FakeRequest &request) { return page(request, clientOf(request) == nullptr ? customers() : Items()); });
    on("/organization", [this](const FakeRequest &request) {
        return page(request,
            {object({{"id", quoted(partnerTenant)}, {"displayName", quoted("Lantern Ridge IT")},
                {"verifiedDomains", jsonList({object({{"name", quoted("lanternridge.example")}, {"isDefault", "true"}})})}})});
    });
    on("/directory/subscriptions", [this](const FakeRequest &request) { return perCustomer(request, &MicrosoftGraph::subscriptions); });
    on("/subscribedSkus", [this](const FakeRequest &request) { return perCustomer(request, &MicrosoftGraph::skus); });
    on("/users", [this](const FakeRequest &request) { return perCustomer(request, &MicrosoftGraph::users); });
}

} // namespace br::demo
