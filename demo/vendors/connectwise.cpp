#include "demo/vendors/connectwise.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

const std::string base = "/v2026_1/apis/3.0";
constexpr const char *mediaType = "application/vnd.connectwise.com+json; version=2026.4";
constexpr int64_t firstCompany = 100; // + the client's number
constexpr int64_t firstAgreement = 700;
constexpr int64_t cancelledAgreement = 801; // of AFL
constexpr int64_t quarterlyAgreement = 802; // of GRC
constexpr int64_t onceAgreement = 803;      // of FAC

std::string reference(int64_t id, const std::string &name) { return object({{"id", number(id)}, {"name", quoted(name)}}); }

std::string companyReference(const WorldClient &client)
{
    return object({{"id", number(firstCompany + client.number)}, {"identifier", quoted(client.code)}, {"name", quoted(client.name)}});
}

Members agreementMembers(int64_t id, const std::string &name, const WorldClient &client, const std::string &cycle)
{
    return {{"id", number(id)}, {"name", quoted(name)}, {"type", reference(3, "Managed services")}, {"company", companyReference(client)},
        {"contact", reference(5000 + client.number, "Office")}, {"startDate", quoted("2025-01-01T00:00:00Z")}, {"noEndingDateFlag", "true"},
        {"billOneTimeFlag", truth(id == onceAgreement)}, {"billingCycle", reference(2, cycle)},
        {"currency", object({{"id", "9"}, {"currencyCode", quoted("EUR")}, {"name", quoted("Euro")}})}};
}

std::string addition(const World &world, int64_t id, int64_t agreement, const SoldLine &line, Members more = {})
{
    const auto &product = world.product(line.product);
    Members members = {{"id", number(id)}, {"product", object({{"id", number(id % 7 + 40)}, {"identifier", quoted(line.product)}})},
        {"quantity", line.quantity + ".0"}, {"lessIncluded", line.included + ".0"}, {"unitPrice", product.price},
        {"unitCost", product.cost}, {"agreementId", number(agreement)}, {"description", quoted(product.name)},
        {"effectiveDate", quoted("2025-01-01T00:00:00Z")}};
    members.insert(members.end(), more.begin(), more.end());
    return object(members);
}

} // namespace

ConnectWise::ConnectWise(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::map<std::string, std::string> ConnectWise::settings() const
{
    return {{"server", "na.myconnectwise.net"}, {"company", "lanternridge"}, {"client_id", "0f0e0d0c-0b0a-4908-8706-050403020100"}};
}

std::map<std::string, std::string> ConnectWise::secrets() const
{
    return {{"public_key", "pubKEY0123456789"}, {"private_key", "privKEY9876543210"}};
}

ConnectWise::Items ConnectWise::companies(const FakeRequest &request) const
{
    Items items;
    for (const auto &client : m_world.clients) {
        items.push_back(
            object({{"id", number(firstCompany + client.number)}, {"identifier", quoted(client.code)}, {"name", quoted(client.name)},
                {"status", reference(1, "Active")}, {"website", quoted("www." + client.domain)}, {"deletedFlag", "false"}}));
    }
    if (request.parameter("conditions", "").find("deletedFlag=false") == std::string::npos)
        items.push_back(
            object({{"id", "199"}, {"identifier", quoted("OLD")}, {"name", quoted("Left Long Ago Ltd")}, {"deletedFlag", "true"}}));
    return items;
}

ConnectWise::Items ConnectWise::agreements() const
{
    Items items;
    const auto add = [&](Members members, const char *status) {
        members.emplace_back("agreementStatus", quoted(status));
        members.emplace_back("cancelledFlag", truth(std::string_view(status) == "Cancelled"));
        items.push_back(object(members));
    };
    for (const auto &client : m_world.clients)
        add(agreementMembers(firstAgreement + client.number, "Managed services", client, "Monthly"), "Active");
    auto cancelled = agreementMembers(cancelledAgreement, "Old backup", m_world.clients[0], "Monthly");
    cancelled.emplace_back("dateCancelled", quoted("2025-06-30T00:00:00Z"));
    add(cancelled, "Cancelled");
    add(agreementMembers(quarterlyAgreement, "Hosting", m_world.clients[6], "Quarterly"), "Active");
    add(agreementMembers(onceAgreement, "Onboarding", m_world.clients[5], "Monthly"), "Active");
    return items;
}

ConnectWise::Items ConnectWise::additions(int64_t agreement) const
{
    const std::pair<std::string_view, std::string> billable = {"billCustomer", quoted("Billable")};
    if (agreement == quarterlyAgreement)
        return {addition(m_world, 9802, agreement, {"DOMAIN", "3"}, {billable})};
    if (agreement == onceAgreement)
        return {addition(m_world, 9803, agreement, {"SETUP", "1"}, {billable})};
    const auto at = agreement - firstAgreement - 1;
    if (at < 0 || at >= int64_t(m_world.clients.size()))
        return {};
    Items items;
    const auto &client = m_world.clients[size_t(at)];
    int64_t id = 9000 + client.number * 10;
    for (const auto &line : client.lines)
        items.push_back(addition(m_world, id++, agreement, line, {billable}));
    if (client.code == "BDG") { // ended a year ago, and one that is given away
        items.push_back(addition(m_world, id++, agreement, {"EDR", "3"}, {billable, {"cancelledDate", quoted("2025-09-30T00:00:00Z")}}));
        items.push_back(addition(m_world, id++, agreement, {"DOMAIN", "1"}, {{"billCustomer", quoted("NoCharge")}}));
    }
    return items;
}

ConnectWise::Items ConnectWise::catalog() const
{
    Items items;
    int64_t id = 40;
    for (const auto &product : m_world.products) {
        items.push_back(object({{"id", number(id++)}, {"identifier", quoted(product.id)}, {"description", quoted(product.name)},
            {"customerDescription", quoted(product.name)}, {"subcategory", reference(1, "Services")}, {"type", reference(1, "Services")},
            {"inactiveFlag", "false"}, {"recurringFlag", truth(product.id != "SETUP")}, {"price", product.price}, {"cost", product.cost},
            {"recurringBillCycle", reference(product.id == "DOMAIN" ? 3 : 2, product.id == "DOMAIN" ? "Quarterly" : "Monthly")}}));
    }
    return items;
}

Route ConnectWise::list(const std::string &path, std::function<Items(const FakeRequest &)> items)
{
    return [this, path, items = std::move(items)](const FakeRequest &request) {
        const auto all = items(request);
        FakeAnswer answer;
        answer.headers = {{"Content-Type", mediaType}, {"api-current-version", "2026.4"}};
        if (path.ends_with("/count")) {
            answer.body = object({{"count", number(int64_t(all.size()))}});
            return answer;
        }
        const auto page = request.number("page", 1);
        const auto size = m_gate.pageSize(request.number("pageSize", 25));
        const auto part = pageSlice(all.size(), page, size);
        answer.body = jsonList(all, part);
        if (part.more) {
            answer.headers.emplace_back("Link",
                linkHeader({{"next",
                    "https://na.myconnectwise.net" + request.path + "?pageSize=" + number(size) + "&page=" + number(page + 1)
                        + "&conditions=" + (path == "/company/companies" ? "deletedFlag%3Dfalse" : "") + "&orderBy=id"}}));
        }
        return answer;
    };
}

void ConnectWise::mount(FakeServer &server)
{
    server.on("GET", "/login/companyinfo/{company}", [](const FakeRequest &request) {
        if (request.captured.at(0) != "lanternridge")
            return json("null");
        return json(object({{"CompanyName", quoted("Lantern Ridge IT")}, {"Codebase", quoted("v2026_1/")},
            {"SiteUrl", quoted("na.myconnectwise.net")}, {"IsCloud", "true"}}));
    });
    const auto isAllowed = [this](const FakeRequest &request) {
        const auto keys = secrets();
        return hasBasic(request, "lanternridge+" + keys.at("public_key"), keys.at("private_key"))
            && request.header("clientid") == settings().at("client_id");
    };
    const auto refused
        = json(object({{"code", quoted("Unauthorized")}, {"message", quoted("The api key or the client id is not valid")}}), 401);
    const auto on = [&](const std::string &path, const std::function<Items(const FakeRequest &)> &items) {
        server.on("GET", base + path, m_gate.guard(isAllowed, refused, list(path, items)));
        server.on("GET", base + path + "/count", m_gate.guard(isAllowed, refused, list(path + "/count", items)));
    };
    on("/company/companies", [this](const FakeRequest &request) { return companies(request); });
    on("/finance/agreements", [this](const FakeRequest &) { return agreements(); });
    on("/finance/agreements/{id}/additions",
        [this](const FakeRequest &request) { return additions(std::atoll(request.captured.at(0).c_str())); });
    on("/procurement/catalog", [this](const FakeRequest &) { return catalog(); });
}

} // namespace br::demo
