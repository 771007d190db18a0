#include "demo/vendors/acronis.h"

#include "demo/vendors/jsontext.h"

#include <QDateTime>

namespace br::demo {

namespace {

constexpr const char *partner = "77777777-0000-4000-8000-000000000000";
constexpr const char *application = "88888888-0000-4000-8000-000000000001";
std::string tenantOf(int64_t client) { return "77777777-0000-4000-8000-00000000000" + std::to_string(client); }

std::string usage(
    const std::string &tenant, const char *name, const char *unit, const std::string &value, const char *type, const char *place)
{
    return object({{"tenant_uuid", quoted(tenant)}, {"application_id", quoted(application)}, {"edition", quoted("pck_per_workload")},
        {"name", quoted(std::string("pw_base_") + name)}, {"usage_name", quoted(name)}, {"measurement_unit", quoted(unit)},
        {"value", value}, {"absolute_value", value}, {"range_start", quoted("2026-10-01T00:00:00")}, {"type", quoted(type)},
        {"infra_id", quoted(place)},
        {"offering_item", object({{"status", "1"}, {"quota", object({{"value", "null"}, {"overage", "null"}})}})}});
}

} // namespace

Acronis::Acronis(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

FakeAnswer Acronis::token(const FakeRequest &request)
{
    if (!hasBasic(request, settings().at("client_id"), secrets().at("client_secret"))
        || request.form()["grant_type"] != "client_credentials")
        return json(object({{"error", quoted("invalid_client")}}), 401);
    return json(object({{"access_token", quoted(m_gate.newToken())}, {"token_type", quoted("bearer")},
        {"expires_on", number(QDateTime::currentSecsSinceEpoch() + 7200)}}));
}

// The partner itself, a folder, the customers; JUW is in trial.
FakeAnswer Acronis::tenants(const FakeRequest &request) const
{
    if (request.parameter("subtree_root_id", "") != partner)
        return json(object({{"error", object({{"code", "400"}})}}), 400);
    std::vector<std::string> items;
    const auto add = [&](const std::string &id, const std::string &name, const char *kind, const char *type) {
        items.push_back(object({{"id", quoted(id)}, {"name", quoted(name)}, {"kind", quoted(kind)}, {"customer_type", quoted(type)},
            {"enabled", "true"}, {"parent_id", quoted(partner)}}));
    };
    add(partner, "Lantern Ridge IT", "partner", "default");
    add(tenantOf(9), "Small customers", "folder", "default");
    for (const auto &client : m_world.clients)
        add(tenantOf(client.number), client.name, "customer", client.code == "JUW" ? "trial" : "default");
    const auto from = std::atoll(request.parameter("after", "0").c_str());
    const auto part = slice(items.size(), from, m_gate.pageSize(1000));
    const auto cursors = part.more ? object({{"after", quoted(std::to_string(part.end))}}) : object({});
    return json(object({{"items", jsonList(items, part)}, {"paging", object({{"cursors", cursors}})}}));
}

FakeAnswer Acronis::usages(const std::string &tenant) const
{
    for (const auto &client : m_world.clients) {
        if (tenantOf(client.number) != tenant)
            continue;
        return json(object({{"items",
            jsonList({usage(tenant, "workstations", "quantity", number(client.workstations()), "count", ""),
                usage(tenant, "servers", "quantity", number(client.servers()), "count", ""),
                usage(tenant, "storage", "bytes", "1073741824", "infra", "place-1"),
                usage(tenant, "storage", "bytes", "268435456", "infra", "place-2"),
                usage(tenant, "local_storage", "bytes", "1", "feature", "")})}}));
    }
    return json(object({{"error", object({{"code", "404"}})}}), 404);
}

void Acronis::mount(FakeServer &server)
{
    server.on("POST", "/api/2/idp/token", [this](const FakeRequest &request) { return token(request); });
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/api/2" + path,
            m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); },
                json(object({{"error", object({{"code", "401"}})}}), 401), std::move(route)));
    };
    on("/clients/{id}", [](const FakeRequest &) { return json(object({{"tenant_id", quoted(partner)}})); });
    on("/tenants", [this](const FakeRequest &request) { return tenants(request); });
    on("/tenants/{id}/usages", [this](const FakeRequest &request) { return usages(request.captured.at(0)); });
}

} // namespace br::demo
