#include "demo/vendors/ncentral.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

std::string idText(int64_t id) { return quoted(std::to_string(id)); }
constexpr int64_t firstCustomer = 1000;

} // namespace

NCentral::NCentral(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::vector<std::string> NCentral::customers() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        items.push_back(object({{"customerId", idText(firstCustomer + client.number)}, {"customerName", quoted(client.name)},
            {"parentId", quoted("50")}, {"orgUnitType", quoted("CUSTOMER")}, {"externalId", quoted(client.code)}}));
    }
    return items;
}

std::vector<std::string> NCentral::devices() const
{
    std::vector<std::string> items;
    const auto add = [&](const WorldClient &client, int64_t id, const std::string &name, const char *deviceClass, int daysSinceSeen) {
        items.push_back(object({{"deviceId", number(id)}, {"longName", quoted(name)}, {"deviceClass", quoted(deviceClass)},
            {"supportedOs", quoted("Microsoft Windows")}, {"customerId", number(firstCustomer + client.number)},
            {"customerName", quoted(client.name)}, {"siteId", "0"}, {"soName", quoted("Lantern Ridge IT")},
            {"licenseMode", quoted("Professional")},
            {"lastApplianceCheckinTime", quoted(m_world.today.plusDays(-daysSinceSeen).toString() + " 11:12:13.000 +0000")}}));
    };
    for (const auto &client : m_world.clients) {
        for (const auto &machine : client.machines)
            add(client, machine.number, machine.name, machine.isServer ? "Servers - Windows" : "Workstations - Windows",
                machine.daysSinceSeen);
    }
    add(m_world.clients.front(), 991, "AFL-SWITCH", "Switch/Router", 0);
    return items;
}

FakeAnswer NCentral::page(const FakeRequest &request, const std::vector<std::string> &items) const
{
    const auto page = request.number("pageNumber", 1);
    const auto size = m_gate.pageSize(request.number("pageSize", 50));
    const auto part = pageSlice(items.size(), page, size);
    return json(object({{"data", jsonList(items, part)}, {"pageNumber", number(page)}, {"pageSize", number(size)},
        {"itemCount", number(int64_t(part.end - part.begin))}, {"totalItems", number(int64_t(items.size()))},
        {"totalPages", number((int64_t(items.size()) + size - 1) / size)}, {"_links", "{}"},
        {"_warning", quoted("This endpoint is currently in a preview stage.")}}));
}

void NCentral::mount(FakeServer &server)
{
    const auto refused = json(object({{"status", "401"}, {"message", quoted("Unauthorized")}, {"errors", "[]"}}), 401);
    server.on("POST", "/api/auth/authenticate", [this, refused](const FakeRequest &request) {
        if (!hasBearer(request, secrets().at("jwt")))
            return refused;
        const auto access = object({{"token", quoted(m_gate.newToken())}, {"type", quoted("Bearer")}, {"expirySeconds", "3600"}});
        const auto refresh = object({{"token", quoted("unused")}, {"type", quoted("Body")}, {"expirySeconds", "90000"}});
        return json(object({{"tokens", object({{"access", access}, {"refresh", refresh}})}}));
    });
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/api" + path,
            m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); }, refused, std::move(route)));
    };
    on("/customers", [this](const FakeRequest &request) { return page(request, customers()); });
    on("/devices", [this](const FakeRequest &request) { return page(request, devices()); });
}

} // namespace br::demo
