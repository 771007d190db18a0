#include "demo/vendors/duo.h"

#include "core/base/text.h"
#include "demo/vendors/jsontext.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace br::demo {

namespace {

std::string accountOf(int64_t client) { return "DA000000000000000" + std::to_string(100 + client); }
std::string hostOf(int64_t client) { return "api-child" + std::to_string(100 + client) + ".duosecurity.com"; }

FakeAnswer ok(const std::string &response, const Members &metadata = {})
{
    Members members = {{"stat", quoted("OK")}, {"response", response}};
    if (!metadata.empty())
        members.emplace_back("metadata", object(metadata));
    return json(object(members));
}

FakeAnswer fail(int code, const char *message, int status)
{
    return json(
        object({{"stat", quoted("FAIL")}, {"code", number(code)}, {"message", quoted(message)}, {"message_detail", "null"}}), status);
}

std::string sortedParameters(std::string_view text)
{
    std::vector<std::string> parts;
    for (size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('&', at), text.size());
        parts.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::ranges::sort(parts);
    return joined(parts, "&");
}

} // namespace

Duo::Duo(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::vector<std::string> Duo::hosts() const
{
    std::vector<std::string> all = {settings().at("host")};
    for (const auto &client : m_world.clients)
        all.push_back(hostOf(client.number));
    return all;
}

const WorldClient *Duo::clientOf(const FakeRequest &request) const
{
    for (const auto &client : m_world.clients) {
        if (request.parameter("account_id", "") == accountOf(client.number))
            return &client;
    }
    return nullptr;
}

// As Duo documents it: date, method, host, path and sorted parameters, a line each.
bool Duo::isSigned(const FakeRequest &request) const
{
    const auto *client = clientOf(request);
    const std::string host = client == nullptr ? settings().at("host") : hostOf(client->number);
    const std::string canon = joined({request.header("date"), request.method, host, request.path,
                                         sortedParameters(request.method == "GET" ? request.query : request.body)},
        "\n");
    const auto signature = QMessageAuthenticationCode::hash(
        QByteArray::fromStdString(canon), QByteArray::fromStdString(secrets().at("secret_key")), QCryptographicHash::Sha512);
    return !request.header("date").empty() && hasBasic(request, settings().at("integration_key"), signature.toHex().toStdString());
}

FakeAnswer Duo::accounts() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients)
        items.push_back(object({{"account_id", quoted(accountOf(client.number))}, {"name", quoted(client.name)},
            {"api_hostname", quoted(hostOf(client.number))}}));
    return ok(jsonList(items));
}

// AFL's is not told.
FakeAnswer Duo::edition(const FakeRequest &request) const
{
    const auto *client = clientOf(request);
    if (client == nullptr || client->code == "AFL")
        return fail(40301, "Access forbidden", 403);
    return ok(object({{"edition", quoted(client->code == "BDG" ? "PLATFORM" : "ENTERPRISE")}}));
}

FakeAnswer Duo::users(const FakeRequest &request) const
{
    std::vector<std::string> items;
    const auto *client = clientOf(request);
    if (client == nullptr)
        return fail(40002, "Invalid request parameters", 400);
    for (const auto &person : client->people) {
        const bool isGone = person.mail == "a.birch@alderfinch.example";
        items.push_back(object({{"user_id", quoted("DU" + number(person.number))}, {"username", quoted(person.mail)},
            {"email", quoted(person.mail)}, {"status", quoted(isGone ? "pending deletion" : "active")}, {"is_enrolled", "true"},
            {"created", "1714982889"}, {"last_login", number(int64_t(m_world.today.number()) * 86400 + 60)}}));
    }
    const auto part = slice(items.size(), request.number("offset", 0), m_gate.pageSize(request.number("limit", 100)));
    Members metadata = {{"total_objects", number(int64_t(items.size()))}};
    if (part.more)
        metadata.emplace_back("next_offset", number(int64_t(part.end)));
    return ok(jsonList(items, part), metadata);
}

void Duo::mount(FakeServer &server)
{
    const auto on = [&](const std::string &method, const std::string &path, Route route) {
        server.on(method, path,
            m_gate.guard([this](const FakeRequest &request) { return isSigned(request); },
                fail(40103, "Invalid signature in request credentials", 401), std::move(route)));
    };
    on("POST", "/accounts/v1/account/list", [this](const FakeRequest &) { return accounts(); });
    on("GET", "/admin/v1/billing/edition", [this](const FakeRequest &request) { return edition(request); });
    on("GET", "/admin/v1/users", [this](const FakeRequest &request) { return users(request); });
}

} // namespace br::demo
