#include "demo/vendors/huntress.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

constexpr int64_t account = 5;
constexpr int64_t firstOrganization = 500; // + the client's number

bool isHere(const WorldClient &client) { return client.guard == Guard::Huntress; }
size_t agentsOf(const WorldClient &client) { return client.isGuarded ? client.machines.size() : 0; }
std::string tenantOf(const WorldClient &client) { return "dcd219dd-bc68-4b9b-bf0b-4a33a796be0" + std::to_string(client.number); }

} // namespace

Huntress::Huntress(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::map<std::string, std::string> Huntress::secrets() const
{
    return {{"api_key", "hk_0123456789abcdef"}, {"api_secret", "hs_fedcba9876543210"}};
}

std::vector<std::string> Huntress::organizations() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        if (!isHere(client))
            continue;
        const auto id = firstOrganization + client.number;
        items.push_back(object({{"id", number(id)}, {"account_id", number(account)}, {"name", quoted(client.name)},
            {"key", quoted(client.code)}, {"agents_count", number(int64_t(agentsOf(client)))},
            {"billable_identity_count", client.code == "AFL" ? number(int64_t(client.people.size())) : "0"}, {"logs_sources_count", "0"},
            {"sat_learner_count", client.code == "BDG" ? "8" : "0"}, {"incident_reports_count", "2"},
            {"identity_provider_tenant_id", quoted(tenantOf(client))}, {"microsoft_365_tenant_id", quoted(tenantOf(client))},
            {"microsoft_365_users_count", number(int64_t(client.people.size()))}, {"notify_emails", "[]"}, {"report_recipients", "[]"},
            {"created_at", quoted("2024-03-01T18:54:02Z")}, {"updated_at", quoted("2026-10-01T06:00:00Z")}}));
    }
    return items;
}

std::vector<std::string> Huntress::agents() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        if (!isHere(client) || !client.isGuarded)
            continue;
        for (const auto &machine : client.machines) {
            const auto seen = m_world.today.plusDays(-machine.daysSinceSeen).toString();
            items.push_back(object({{"id", number(70000 + machine.number)}, {"organization_id", number(firstOrganization + client.number)},
                {"account_id", number(account)}, {"hostname", quoted(machine.name)}, {"platform", quoted("windows")},
                {"os", quoted(machine.isServer ? "Windows Server 2022 Standard" : "Windows 11 Pro")},
                {"serial_number", quoted("SN" + number(machine.number))}, {"edr_version", quoted("0.13.58")}, {"tags", "[]"},
                {"created_at", quoted("2024-05-06T07:08:09Z")}, {"last_callback_at", quoted(seen + "T05:04:03Z")},
                {"last_survey_at", quoted(seen + "T04:04:03Z")}}));
        }
    }
    return items;
}

std::vector<std::string> Huntress::identities() const
{
    std::vector<std::string> items;
    const auto &client = m_world.clients.front();
    for (const auto &person : client.people) {
        items.push_back(object({{"id", number(90000 + person.number)}, {"username", quoted(person.name)}, {"email", quoted(person.mail)},
            {"enabled", "true"}, {"billable", "true"}, {"created_at", quoted("2025-02-03T04:05:06Z")},
            {"account", object({{"id", number(account)}, {"name", quoted("Lantern Ridge IT")}})},
            {"organization", object({{"id", number(firstOrganization + client.number)}, {"name", quoted(client.name)}})}}));
    }
    return items;
}

FakeAnswer Huntress::page(const FakeRequest &request, const std::string &name, const std::vector<std::string> &items) const
{
    // The token names where the next page begins; the vendor calls it opaque.
    const std::string from = request.parameter("page_token", "");
    const auto offset = from.empty() ? 0 : std::atoll(from.c_str() + 2);
    const auto part = slice(items.size(), offset, m_gate.pageSize(request.number("limit", 10)));
    Members pagination;
    if (part.more) {
        const std::string next = "pt" + std::to_string(part.end);
        pagination = {
            {"next_page_token", quoted(next)}, {"next_page_url", quoted("https://api.huntress.io" + request.path + "?page_token=" + next)}};
    }
    return json(object({{name, jsonList(items, part)}, {"pagination", object(pagination)}}));
}

void Huntress::mount(FakeServer &server)
{
    const auto isAllowed = [this](const FakeRequest &request) {
        const auto keys = secrets();
        return hasBasic(request, keys.at("api_key"), keys.at("api_secret"));
    };
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/v1" + path, m_gate.guard(isAllowed, json(quoted("Unauthorized"), 401), std::move(route)));
    };
    on("/account", [](const FakeRequest &) {
        return json(object({{"account",
            object({{"id", number(account)}, {"name", quoted("Lantern Ridge IT")}, {"subdomain", quoted("lanternridge")},
                {"status", quoted("enabled")}})}}));
    });
    on("/organizations", [this](const FakeRequest &request) { return page(request, "organizations", organizations()); });
    on("/agents", [this](const FakeRequest &request) { return page(request, "agents", agents()); });
    on("/identities", [this](const FakeRequest &request) { return page(request, "identities", identities()); });
}

} // namespace br::demo
