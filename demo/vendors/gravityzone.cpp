#include "demo/vendors/gravityzone.h"

#include "demo/vendors/jsontext.h"

#include <QJsonDocument>

#include <algorithm>

namespace br::demo {

namespace {

std::string companyOf(int64_t client) { return "5f0000000000000000000" + std::to_string(100 + client); }

FakeAnswer fault(const std::string &id, const char *details)
{
    const auto error
        = object({{"code", "-32602"}, {"message", quoted("Invalid params")}, {"data", object({{"details", quoted(details)}})}});
    return json(object({{"id", quoted(id)}, {"jsonrpc", quoted("2.0")}, {"error", error}}));
}

} // namespace

GravityZone::GravityZone(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::string GravityZone::companies() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients)
        items.push_back(object({{"id", quoted(companyOf(client.number))}, {"name", quoted(client.name)}}));
    return jsonList(items);
}

// Two product types whose counters are to be added up; AFL's come with the misspelt name that one version had.
std::string GravityZone::usage(const WorldClient &client) const
{
    const auto counters = [&](int type, int endpoints, int encrypted) {
        return object({{"productType", number(type)}, {"endpointMonthlyUsage", number(endpoints)},
            {client.code == "AFL" ? "aLaCarteMonhtlyUsage" : "aLaCarteMonthlyUsage", number(endpoints)},
            {"encryptionMonthlyUsage", number(encrypted)}, {"edrMonthlyUsage", "0"}});
    };
    return object(
        {{"usages", jsonList({counters(0, client.workstations(), client.code == "GRC" ? 2 : 0), counters(3, client.servers(), 0)})}});
}

std::string GravityZone::endpoints(const WorldClient &client, const QJsonObject &parameters) const
{
    std::vector<std::string> items;
    for (const auto &machine : client.machines) {
        items.push_back(object({{"id", quoted("gz-" + number(machine.number))}, {"name", quoted(machine.name)},
            {"fqdn", quoted(machine.name + "." + client.domain)}, {"companyId", quoted(companyOf(client.number))}, {"isManaged", "true"},
            {"machineType", "1"},
            {"operatingSystemVersion", quoted(machine.isServer ? "Windows Server 2022 Standard" : "Windows 11 Pro")}}));
    }
    const auto size = m_gate.pageSize(parameters.value(QLatin1String("perPage")).toInteger(30));
    const auto page = parameters.value(QLatin1String("page")).toInteger(1);
    return object({{"page", number(page)}, {"perPage", number(size)}, {"pagesCount", number((int64_t(items.size()) + size - 1) / size)},
        {"total", number(int64_t(items.size()))}, {"items", jsonList(items, pageSlice(items.size(), page, size))}});
}

FakeAnswer GravityZone::call(const FakeRequest &request, const std::string &service) const
{
    const auto asked = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    const auto id = asked.value(QLatin1String("id")).toString().toStdString();
    const auto method = service + "." + asked.value(QLatin1String("method")).toString().toStdString();
    const auto parameters = asked.value(QLatin1String("params")).toObject();
    const auto answer = [&](const std::string &result) {
        return json(object({{"id", quoted(id)}, {"jsonrpc", quoted("2.0")}, {"result", result}}));
    };
    if (method == "network.getCompaniesList")
        return parameters.isEmpty() ? answer(companies()) : fault(id, "The method takes no parameters");
    const auto name = parameters.value(QLatin1String(service == "network" ? "parentId" : "companyId")).toString().toStdString();
    const auto client = std::ranges::find_if(m_world.clients, [&](const WorldClient &known) { return companyOf(known.number) == name; });
    if (client == m_world.clients.end())
        return fault(id, "The company does not exist");
    if (method == "network.getEndpointsList")
        return parameters.value(QLatin1String("perPage")).toInteger(30) > 100 ? fault(id, "perPage is above 100")
                                                                              : answer(endpoints(*client, parameters));
    const auto month = m_world.today.toString();
    if (method == "licensing.getMonthlyUsagePerProductType")
        return parameters.value(QLatin1String("targetMonth")).toString().toStdString() == month.substr(5, 2) + "/" + month.substr(0, 4)
            ? answer(usage(*client))
            : fault(id, "targetMonth is not mm/yyyy");
    return fault(id, "There is no such method");
}

void GravityZone::mount(FakeServer &server)
{
    const auto isAllowed = [this](const FakeRequest &request) { return hasBasic(request, secrets().at("api_key"), ""); };
    for (const std::string service : {"network", "licensing"}) {
        server.on("POST", "/api/v1.0/jsonrpc/" + service,
            m_gate.guard(isAllowed, json(object({{"message", quoted("Invalid API key")}}), 401),
                [this, service](const FakeRequest &request) { return call(request, service); }));
    }
}

} // namespace br::demo
