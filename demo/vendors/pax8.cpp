#include "demo/vendors/pax8.h"

#include "demo/vendors/jsontext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace br::demo {

namespace {

std::string uuid(int kind, int64_t value)
{
    std::string digits = std::to_string(value);
    return "0000000" + std::to_string(kind) + "-0000-4000-8000-" + std::string(12 - digits.size(), '0') + digits;
}

enum Kind { Company = 1, Product = 2, Subscription = 3, Commitment = 4 };

int64_t productNumber(const World &world, const std::string &id) { return &world.product(id) - world.products.data() + 1; }

struct Terms {
    std::string status = "Active";
    std::string billingTerm = "Monthly";
    std::string cost = {}; // empty: the product's
    bool isCommitted = false;
};

std::string subscription(
    const World &world, const WorldClient &client, int64_t id, const std::string &product, int quantity, const Terms &terms)
{
    const auto &sold = world.product(product);
    const Day until = world.today.plusMonths(5);
    Members members = {{"id", quoted(uuid(Subscription, id))}, {"companyId", quoted(uuid(Company, client.number))},
        {"productId", quoted(uuid(Product, productNumber(world, product)))}, {"productName", quoted(sold.name)},
        {"vendorSkuId", quoted(product)}, {"quantity", number(quantity)}, {"startDate", quoted("2025-02-01T08:30:00Z")},
        {"createdDate", quoted("2025-02-01T08:30:00Z")}, {"billingStart", quoted("2025-02-01")}, {"status", quoted(terms.status)},
        {"price", sold.price}, {"partnerCost", terms.cost.empty() ? sold.cost : terms.cost}, {"currencyCode", quoted("EUR")},
        {"billingTerm", quoted(terms.billingTerm)}};
    if (terms.isCommitted) {
        members.emplace_back("commitmentTerm",
            object(
                {{"id", quoted(uuid(Commitment, id))}, {"term", quoted("1-Year")}, {"endDate", quoted(until.toString() + "T00:00:00Z")}}));
    }
    return object(members);
}

} // namespace

Pax8::Pax8(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

std::vector<std::string> Pax8::companies() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        items.push_back(object({{"id", quoted(uuid(Company, client.number))}, {"name", quoted(client.name)},
            {"website", quoted("https://www." + client.domain + "/")}, {"phone", quoted("555-0100")}, {"status", quoted("Active")},
            {"billOnBehalfOfEnabled", "false"}, {"selfServiceAllowed", "false"}, {"orderApprovalRequired", "false"},
            {"address",
                object({{"street", quoted("1 Main Street")}, {"city", quoted("Dublin")}, {"stateOrProvince", quoted("D")},
                    {"postalCode", quoted("D01")}, {"country", quoted("IE")}})},
            {"updatedDate", quoted("2026-09-01T10:00:00Z")}}));
    }
    return items;
}

std::vector<std::string> Pax8::subscriptions() const
{
    std::vector<std::string> items;
    for (const auto &client : m_world.clients) {
        const bool isSplit = client.code == "GRC"; // two subscriptions of one product, one of them paid for a year
        const int monthly = isSplit ? client.seatsBought - 4 : client.seatsBought;
        items.push_back(subscription(m_world, client, client.number * 10, client.suite, monthly, {.isCommitted = client.code == "JUW"}));
        if (isSplit) // 11.70 a month, for a year
            items.push_back(subscription(m_world, client, client.number * 10 + 1, client.suite, 4,
                {.billingTerm = "Annual", .cost = "140.40", .isCommitted = true}));
    }
    const auto &first = m_world.clients.front();
    items.push_back(subscription(m_world, first, 901, "DOMAIN", 2, {.status = "Cancelled"}));
    items.push_back(subscription(m_world, first, 902, "SETUP", 1, {.billingTerm = "One-Time"}));
    items.push_back(subscription(m_world, first, 903, "DOMAIN", 5, {.status = "Trial", .billingTerm = "Trial"}));
    return items;
}

FakeAnswer Pax8::token(const FakeRequest &request)
{
    const auto asked = QJsonDocument::fromJson(QByteArray::fromStdString(request.body)).object();
    const auto is
        = [&](const char *name, const std::string &value) { return asked.value(QLatin1String(name)).toString().toStdString() == value; };
    if (!is("client_id", settings().at("client_id")) || !is("client_secret", secrets().at("client_secret"))
        || !is("audience", "https://api.pax8.com") || !is("grant_type", "client_credentials"))
        return json(object({{"error", quoted("access_denied")}, {"error_description", quoted("Unauthorized")}}), 401);
    return demo::token(m_gate.newToken(), 86400);
}

FakeAnswer Pax8::page(const FakeRequest &request, const std::vector<std::string> &items) const
{
    const auto size = m_gate.pageSize(request.number("size", 10));
    const auto page = request.number("page", 0);
    const auto part = pageSlice(items.size(), page, size, 0);
    const auto pages = (int64_t(items.size()) + size - 1) / size;
    return json(object({{"content", jsonList(items, part)},
        {"page",
            object({{"size", number(size)}, {"totalElements", number(int64_t(items.size()))}, {"totalPages", number(pages)},
                {"number", number(page)}})}}));
}

void Pax8::mount(FakeServer &server)
{
    server.on("POST", "/v1/token", [this](const FakeRequest &request) { return token(request); });
    const auto refused
        = json(object({{"type", quoted("UNAUTHORIZED")}, {"message", quoted("The token is not valid")}, {"status", "401"}}), 401);
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/v1" + path,
            m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); }, refused, std::move(route)));
    };
    on("/companies", [this](const FakeRequest &request) { return page(request, companies()); });
    on("/subscriptions", [this](const FakeRequest &request) { return page(request, subscriptions()); });
}

} // namespace br::demo
