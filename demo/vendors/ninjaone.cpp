#include "demo/vendors/ninjaone.h"

#include "demo/vendors/jsontext.h"

#include <algorithm>

namespace br::demo {

namespace {

std::string device(
    const WorldClient &client, int64_t id, const std::string &name, const std::string &nodeClass, const std::string &approval, Day seen)
{
    const auto seconds = int64_t(seen.number()) * 86400 + 36000;
    return object({{"id", number(id)}, {"organizationId", number(client.number)}, {"locationId", number(client.number * 10)},
        {"nodeClass", quoted(nodeClass)}, {"approvalStatus", quoted(approval)}, {"offline", "false"}, {"displayName", quoted(name)},
        {"systemName", quoted(name)}, {"created", "1714982889.123"}, {"lastContact", number(seconds) + ".456"},
        {"lastUpdate", number(seconds) + ".456"}});
}

} // namespace

NinjaOne::NinjaOne(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::vector<NinjaOne::Item> NinjaOne::organizations() const
{
    std::vector<Item> items;
    for (const auto &client : m_world.clients)
        items.push_back({client.number,
            object({{"id", number(client.number)}, {"name", quoted(client.name)}, {"nodeApprovalMode", quoted("AUTOMATIC")}})});
    return items;
}

std::vector<NinjaOne::Item> NinjaOne::devices() const
{
    std::vector<Item> items;
    for (const auto &client : m_world.clients) {
        for (const auto &machine : client.machines) {
            items.push_back({machine.number,
                device(client, machine.number, machine.name, machine.isServer ? "WINDOWS_SERVER" : "WINDOWS_WORKSTATION", "APPROVED",
                    m_world.today.plusDays(-machine.daysSinceSeen))});
        }
    }
    const auto &first = m_world.clients.front();
    items.push_back({990, device(first, 990, "AFL-NEW", "WINDOWS_WORKSTATION", "PENDING", m_world.today)});
    items.push_back({991, device(first, 991, "AFL-SWITCH", "NMS_SWITCH", "APPROVED", m_world.today)});
    std::ranges::sort(items, {}, &Item::id);
    return items;
}

// AFL keeps 1.5 GB in two places; nobody else has a backup.
FakeAnswer NinjaOne::backups(int64_t organization) const
{
    if (organization != 1)
        return json("[]");
    const auto location = [&](int64_t id, const std::string &bytes) {
        return object({{"organizationId", number(organization)}, {"organizationName", quoted(m_world.clients.front().name)},
            {"locationId", number(id)}, {"cloudTotalSize", bytes}});
    };
    return json(jsonList({location(10, "1073741824"), location(11, "536870912")}));
}

FakeAnswer NinjaOne::token(const FakeRequest &request)
{
    auto form = request.form();
    if (form["client_id"] != settings().at("client_id") || form["client_secret"] != secrets().at("client_secret")
        || form["grant_type"] != "client_credentials" || form["scope"] != "monitoring")
        return json(object({{"error", quoted("invalid_client")}}), 401);
    return demo::token(m_gate.newToken(), 3600);
}

FakeAnswer NinjaOne::page(const FakeRequest &request, const std::vector<Item> &items) const
{
    const auto after = request.number("after", 0);
    const auto size = size_t(m_gate.pageSize(request.number("pageSize", 1000)));
    std::vector<std::string> texts;
    for (const auto &item : items) {
        if (item.id > after && texts.size() < size)
            texts.push_back(item.json);
    }
    return json(jsonList(texts));
}

void NinjaOne::mount(FakeServer &server)
{
    server.on("POST", "/ws/oauth/token", [this](const FakeRequest &request) { return token(request); });
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", path,
            m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); },
                json(object({{"error", quoted("invalid_token")}}), 401), std::move(route)));
    };
    on("/v2/organizations", [this](const FakeRequest &request) { return page(request, organizations()); });
    on("/v2/devices-detailed", [this](const FakeRequest &request) { return page(request, devices()); });
    on("/v2/organization/{id}/locations/backup/usage",
        [this](const FakeRequest &request) { return backups(std::atoll(request.captured.at(0).c_str())); });
}

} // namespace br::demo
