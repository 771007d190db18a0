#include "demo/vendors/dattormm.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

std::string siteUid(int64_t site) { return "aaaaaaaa-0000-4000-8000-00000000000" + std::to_string(site); }
std::string deviceUid(int64_t device) { return "bbbbbbbb-0000-4000-8000-" + std::string(9, '0') + std::to_string(1000 + device).substr(1); }
constexpr int64_t deletedDevices = 9; // the site that holds them

std::string device(int64_t site, const std::string &siteName, const Machine &machine, Day seen, const Members &more)
{
    Members members = {{"id", number(machine.number)}, {"uid", quoted(deviceUid(machine.number))}, {"siteId", number(site)},
        {"siteUid", quoted(siteUid(site))}, {"siteName", quoted(siteName)},
        {"deviceType", object({{"category", quoted(machine.isServer ? "Server" : "Laptop")}, {"type", quoted("Main System Chassis")}})},
        {"hostname", quoted(machine.name)}, {"operatingSystem", quoted(machine.isServer ? "Windows Server 2022" : "Windows 11")},
        {"online", "true"}, {"lastSeen", quoted(seen.toString() + "T05:06:07Z")}, {"creationDate", quoted("2024-08-09T10:11:12Z")},
        {"deviceClass", quoted("device")}};
    members.insert(members.end(), more.begin(), more.end());
    return object(members);
}

} // namespace

DattoRmm::DattoRmm(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::vector<std::string> DattoRmm::sites() const
{
    std::vector<std::string> items;
    const auto add = [&](int64_t id, const std::string &name) {
        items.push_back(object({{"id", number(id)}, {"uid", quoted(siteUid(id))}, {"name", quoted(name)}, {"onDemand", "false"},
            {"proxySettings",
                object({{"host", quoted("proxy.example")}, {"password", quoted("REGISTRATION of a proxy")}, {"port", "3128"}})},
            {"autotaskCompanyId", quoted(std::to_string(200 + id))}, {"devicesStatus", object({{"numberOfDevices", "5"}})}}));
    };
    for (const auto &client : m_world.clients)
        add(client.number, client.name);
    add(deletedDevices, "Deleted Devices");
    return items;
}

std::vector<std::string> DattoRmm::devices() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        for (const auto &machine : client.machines) {
            items.push_back(device(client.number, client.name, machine, m_world.today.plusDays(-machine.daysSinceSeen),
                {{"suspended", truth(machine.name == "FAC-PC04")}, {"deleted", "false"}}));
        }
    }
    items.push_back(device(deletedDevices, "Deleted Devices", {999, "OLD-PC01", false, 200}, m_world.today.plusDays(-200),
        {{"suspended", "false"}, {"deleted", "true"}}));
    return items;
}

FakeAnswer DattoRmm::token(const FakeRequest &request)
{
    auto form = request.form();
    if (!hasBasic(request, "public-client", "public") || form["grant_type"] != "password" || form["username"] != settings().at("api_key")
        || form["password"] != secrets().at("api_secret"))
        return json(object({{"error", quoted("invalid_grant")}, {"error_description", quoted("Bad credentials")}}), 400);
    return demo::token(m_gate.newToken(), 360000);
}

FakeAnswer DattoRmm::page(const FakeRequest &request, const std::string &name, const std::vector<std::string> &items) const
{
    const auto size = m_gate.pageSize(request.number("max", 250));
    const auto page = request.number("page", 0);
    const auto part = pageSlice(items.size(), page, size, 0);
    Members details = {{"count", number(int64_t(part.end - part.begin))}, {"totalCount", number(int64_t(items.size()))}};
    if (part.more)
        details.emplace_back("nextPageUrl",
            quoted("https://merlot-api.centrastage.net" + request.path + "?max=" + number(size) + "&page=" + number(page + 1)));
    return json(object({{"pageDetails", object(details)}, {name, jsonList(items, part)}}));
}

void DattoRmm::mount(FakeServer &server)
{
    server.on("POST", "/auth/oauth/token", [this](const FakeRequest &request) { return token(request); });
    const auto refused = json(object({{"timestamp", quoted("2026-10-31T12:00:00Z")}, {"status", "401"}, {"error", quoted("Unauthorized")},
                                  {"path", quoted("/api")}}),
        401);
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/api" + path,
            m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); }, refused, std::move(route)));
    };
    on("/v2/account", [](const FakeRequest &) {
        return json(object({{"id", "1"}, {"uid", quoted("cccccccc-0000-4000-8000-000000000001")}, {"name", quoted("Lantern Ridge IT")},
            {"currency", quoted("EUR")}}));
    });
    on("/v2/account/sites", [this](const FakeRequest &request) { return page(request, "sites", sites()); });
    on("/v2/account/devices", [this](const FakeRequest &request) { return page(request, "devices", devices()); });
}

} // namespace br::demo
