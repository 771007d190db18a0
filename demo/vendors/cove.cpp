#include "demo/vendors/cove.h"

#include "demo/vendors/jsontext.h"

#include <QJsonDocument>

namespace br::demo {

namespace {

constexpr int64_t root = 4000;
std::string visaOf(int number) { return "visa-" + std::to_string(number); }

FakeAnswer fault(const std::string &id, int code, const char *message)
{
    return json(object(
        {{"id", quoted(id)}, {"jsonrpc", quoted("2.0")}, {"error", object({{"code", number(code)}, {"message", quoted(message)}})}}));
}

std::string setting(const char *column, const std::string &value) { return object({{column, quoted(value)}}); }

int64_t secondsOf(Day day) { return int64_t(day.number()) * 86400; }

} // namespace

Cove::Cove(const World &world, const Manners &manners)
    : m_world(world)
    , m_manners(manners)
    , m_gate(manners)
{
}

FakeAnswer Cove::answer(const std::string &id, const std::string &result)
{
    return json(object(
        {{"id", quoted(id)}, {"jsonrpc", quoted("2.0")}, {"visa", quoted(visaOf(++m_visas))}, {"result", object({{"result", result}})}}));
}

std::string Cove::partners() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients)
        items.push_back(object({{"Id", number(root + client.number)}, {"Name", quoted(client.name)}, {"Level", quoted("EndCustomer")},
            {"ParentId", number(root)}}));
    return jsonList(items);
}

// Servers are backed up, 2.5 GB each; BDG's mailboxes too.
std::string Cove::statistics(const QJsonObject &query) const
{
    std::vector<std::string> items;
    const auto add = [&](const WorldClient &client, int64_t id, std::vector<std::string> settings) {
        settings.insert(settings.begin(), {setting("AU", number(id)), setting("AR", client.name)});
        items.push_back(object(
            {{"AccountId", number(id)}, {"PartnerId", number(root + client.number)}, {"Flags", "[]"}, {"Settings", jsonList(settings)}}));
    };
    for (const auto &client : m_world.clients) {
        for (const auto &machine : client.machines) {
            if (machine.isServer)
                add(client, 60000 + machine.number,
                    {setting("AN", "backup-of-" + machine.name), setting("MN", machine.name), setting("AT", "1"), setting("OT", "2"),
                        setting("CD", number(secondsOf(*Day::fromDate(2024, 9, 10)))), setting("TS", number(secondsOf(m_world.today))),
                        setting("I14", "2684354560")});
        }
        if (client.code == "BDG")
            add(client, 69000,
                {setting("AN", "m365-of-BDG"), setting("AT", "2"), setting("OT", "0"),
                    setting("D19F20", number(int64_t(client.people.size())))});
    }
    const auto from = query.value(QLatin1String("StartRecordNumber")).toInteger(0);
    return jsonList(items, slice(items.size(), from, m_gate.pageSize(query.value(QLatin1String("RecordsCount")).toInteger(0))));
}

FakeAnswer Cove::call(const FakeRequest &request)
{
    const auto asked = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    const auto id = asked.value(QLatin1String("id")).toString().toStdString();
    const auto method = asked.value(QLatin1String("method")).toString();
    const auto parameters = asked.value(QLatin1String("params")).toObject();
    const auto text = [&](const char *name) { return parameters.value(QLatin1String(name)).toString().toStdString(); };
    if (method == QLatin1String("Login")) {
        m_uses = 0;
        if (text("partner") != settings().at("partner") || text("username") != settings().at("user")
            || text("password") != secrets().at("password"))
            return fault(id, -32101, "Wrong user name or password");
        return answer(id, object({{"PartnerId", number(root)}}));
    }
    const bool isWorn = m_manners.tokenLasts > 0 && ++m_uses > m_manners.tokenLasts;
    if (isWorn || asked.value(QLatin1String("visa")).toString().toStdString() != visaOf(m_visas))
        return fault(id, 11521, "Visa is expired or not valid");
    if (method == QLatin1String("GetPartnerInfo") && text("name") == settings().at("partner"))
        return answer(id, object({{"Id", number(root)}, {"Name", quoted(settings().at("partner"))}}));
    if (method == QLatin1String("EnumeratePartners") && parameters.value(QLatin1String("parentPartnerId")).toInteger() == root)
        return answer(id, partners());
    const auto query = parameters.value(QLatin1String("query")).toObject();
    if (method == QLatin1String("EnumerateAccountStatistics") && query.value(QLatin1String("PartnerId")).toInteger() == root)
        return answer(id, statistics(query));
    return fault(id, -32602, "Invalid params");
}

void Cove::mount(FakeServer &server)
{
    server.on("POST", "/jsonapi",
        m_gate.guard([](const FakeRequest &) { return true; }, {}, [this](const FakeRequest &request) { return call(request); }));
}

} // namespace br::demo
