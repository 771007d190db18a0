#include "demo/vendors/sentinelone.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

constexpr int64_t firstSite = 225494730938493800;  // + the client's number
constexpr int64_t firstAgent = 580293811000000000; // + the machine's
constexpr int64_t account = 225494730938493915;

std::string idText(int64_t id) { return quoted(std::to_string(id)); }
bool isHere(const WorldClient &client) { return client.guard == Guard::SentinelOne; }

std::string site(const WorldClient &client, Day until)
{
    const auto machines = number(int64_t(client.machines.size()));
    const bool isTrial = client.code == "JUW"; // bought nothing yet
    const bool isUnlimited = client.code == "EVE";
    return object({{"id", idText(firstSite + client.number)}, {"name", quoted(client.name)}, {"accountId", idText(account)},
        {"accountName", quoted("Lantern Ridge IT")}, {"siteType", quoted(isTrial ? "Trial" : "Paid")}, {"sku", quoted("Complete")},
        {"suite", quoted("Complete")}, {"state", quoted("active")}, {"isDefault", "false"}, {"activeLicenses", machines},
        {"totalLicenses", isUnlimited ? "0" : number(int64_t(client.machines.size()) + 2)}, {"unlimitedLicenses", truth(isUnlimited)},
        {"expiration", quoted(until.toString() + "T00:00:00Z")}, {"unlimitedExpiration", "false"},
        {"registrationToken", quoted("ey-REGISTRATION-TOKEN")}, {"createdAt", quoted("2024-01-02T03:04:05.678901Z")},
        {"updatedAt", quoted("2026-10-01T00:00:00Z")}});
}

} // namespace

SentinelOne::SentinelOne(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::vector<std::string> SentinelOne::sites() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        if (isHere(client))
            items.push_back(site(client, m_world.today.plusMonths(8)));
    }
    return items;
}

std::vector<std::string> SentinelOne::agents() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        if (!isHere(client))
            continue;
        for (const auto &machine : client.machines) {
            const auto seen = m_world.today.plusDays(-machine.daysSinceSeen).toString();
            items.push_back(object({{"id", idText(firstAgent + machine.number)}, {"uuid", quoted("uuid-" + number(machine.number))},
                {"siteId", idText(firstSite + client.number)}, {"siteName", quoted(client.name)}, {"accountId", idText(account)},
                {"accountName", quoted("Lantern Ridge IT")}, {"computerName", quoted(machine.name)},
                {"machineType",
                    quoted(machine.isServer           ? "server"
                            : machine.number % 2 == 1 ? "laptop"
                                                      : "desktop")},
                {"osType", quoted("windows")}, {"osName", quoted(machine.isServer ? "Windows Server 2022" : "Windows 11")},
                {"isActive", truth(machine.daysSinceSeen < 3)}, {"isDecommissioned", "false"}, {"isUninstalled", "false"},
                {"isPendingUninstall", truth(machine.name == "GRC-PC06")}, {"registeredAt", quoted("2024-06-07T08:09:10.111213Z")},
                {"createdAt", quoted("2024-06-07T08:09:10.111213Z")}, {"lastActiveDate", quoted(seen + "T09:10:11.121314Z")},
                {"serialNumber", quoted("SN" + number(machine.number))}}));
        }
    }
    return items;
}

FakeAnswer SentinelOne::page(const FakeRequest &request, const std::vector<std::string> &items, bool areSites) const
{
    const std::string from = request.parameter("cursor", "");
    const auto offset = from.empty() ? 0 : std::atoll(from.c_str() + 4);
    const auto part = slice(items.size(), offset, m_gate.pageSize(request.number("limit", 10)));
    Members pagination = {{"totalItems", number(int64_t(items.size()))}};
    if (part.more)
        pagination.emplace_back("nextCursor", quoted("YWdl" + std::to_string(part.end)));
    std::string data = jsonList(items, part);
    if (areSites) {
        size_t active = 0;
        for (const auto &client : m_world.clients)
            active += isHere(client) ? client.machines.size() : 0;
        data = object({{"sites", data},
            {"allSites", object({{"activeLicenses", number(int64_t(active))}, {"totalLicenses", number(int64_t(active) + 6)}})}});
    }
    return json(object({{"data", data}, {"pagination", object(pagination)}}));
}

void SentinelOne::mount(FakeServer &server)
{
    const auto isAllowed
        = [this](const FakeRequest &request) { return request.header("authorization") == "ApiToken " + secrets().at("token"); };
    const auto refused = json(R"({"errors":[{"code":4010010,"detail":null,"title":"Authentication Failed"}],"data":null})", 401);
    server.on("GET", "/web/api/v2.1/sites",
        m_gate.guard(isAllowed, refused, [this](const FakeRequest &request) { return page(request, sites(), true); }));
    server.on("GET", "/web/api/v2.1/agents",
        m_gate.guard(isAllowed, refused, [this](const FakeRequest &request) { return page(request, agents(), false); }));
}

} // namespace br::demo
