#include "demo/vendors/halopsa.h"

#include "demo/vendors/jsontext.h"

namespace br::demo {

namespace {

constexpr int64_t firstClient = 10;
constexpr int64_t firstContract = 350;
constexpr int64_t firstInvoice = 600;
constexpr const char *never = "1900-01-01T00:00:00Z"; // how Halo writes that there is no date

} // namespace

HaloPsa::HaloPsa(const World &world, const Manners &manners)
    : m_world(world)
    , m_gate(manners)
{
}

HaloPsa::Items HaloPsa::clients() const
{
    Items all;
    for (const auto &client : m_world.clients) {
        all.push_back(object({{"id", number(firstClient + client.number)}, {"name", quoted(client.name)}, {"inactive", "false"},
            {"toplevel_id", "1"}, {"toplevel_name", quoted("Customers")}}));
    }
    return all;
}

HaloPsa::Items HaloPsa::items() const
{
    Items all;
    int64_t id = 0;
    for (const auto &product : m_world.products) {
        const bool recurs = product.id != "SETUP";
        all.push_back(object({{"id", number(++id)}, {"name", quoted(product.name)}, {"isrecurringitem", truth(recurs)},
            {"baseprice", recurs ? "0" : product.price}, {"costprice", recurs ? "0" : product.cost},
            {"recurringprice", recurs ? product.price : "0"}, {"recurringcost", recurs ? product.cost : "0"}}));
    }
    return all;
}

HaloPsa::Items HaloPsa::contracts() const
{
    Items all;
    for (const auto &client : m_world.clients) {
        all.push_back(object({{"id", number(firstContract + client.number)}, {"client_id", number(firstClient + client.number)},
            {"ref", quoted("C-" + client.code)}, {"start_date", quoted("2025-01-01T00:00:00Z")},
            {"end_date", quoted("2029-12-31T00:00:00Z")}}));
    }
    return all;
}

HaloPsa::Items HaloPsa::recurringInvoices() const
{
    Items all;
    for (const auto &client : m_world.clients) {
        Items lines;
        const auto add = [&](const std::string &productId, const std::string &quantity, const Members &more) {
            const auto &product = m_world.product(productId);
            Members members = {{"id", number(int64_t(lines.size()) + 1)}, {"ihid", number(firstInvoice + client.number)},
                {"_itemid", number(&product - m_world.products.data() + 1)}, {"item_code", quoted(productId)},
                {"item_shortdescription", quoted(product.name)}, {"qty_order", quantity}, {"unit_price", product.price},
                {"unit_cost", product.cost}, {"startdate", quoted(never)}};
            members.insert(members.end(), more.begin(), more.end());
            lines.push_back(object(members));
        };
        for (const auto &line : client.lines)
            add(line.product, line.quantity, {{"isinactive", "false"}, {"onetimecharge", "false"}, {"enddate", quoted(never)}});
        if (client.code == "AFL") {
            add("SETUP", "1", {{"onetimecharge", "true"}});
            add("DOMAIN", "2", {{"isinactive", "true"}});
            add("DOMAIN", "4", {{"enddate", quoted("2026-09-30T00:00:00Z")}});
            lines.push_back(object({{"id", "99"}, {"_itemid", "0"}, {"item_shortdescription", quoted("Thank you for your business")}}));
        }
        const bool isDisabled = client.code == "JUW";
        all.push_back(object({{"id", number(firstInvoice + client.number)}, {"client_id", number(firstClient + client.number)},
            {"client_name", quoted(client.name)}, {"contract_id", number(firstContract + client.number)}, {"disabled", truth(isDisabled)},
            {"period", "2"}, {"periodname", quoted("Monthly")}, {"currency_code_name", quoted("EUR")},
            {"startdate", quoted("2025-01-01T00:00:00Z")}, {"enddate", quoted(never)}, {"nextcreationdate", quoted("2026-11-01T00:00:00Z")},
            {"lines", jsonList(lines)}}));
    }
    return all;
}

FakeAnswer HaloPsa::token(const FakeRequest &request)
{
    auto form = request.form();
    if (form["client_id"] != settings().at("client_id") || form["client_secret"] != secrets().at("client_secret")
        || form["grant_type"] != "client_credentials" || request.parameter("tenant", "") != "lanternridge")
        return json(object({{"error", quoted("invalid_client")}, {"error_description", quoted("The client secret is not valid")}}), 401);
    return demo::token(m_gate.newToken(), 3600);
}

FakeAnswer HaloPsa::page(const FakeRequest &request, const std::string &name, const Items &all) const
{
    // Unless it is asked with both, Halo gives what an agent sees first and never says so.
    const bool isPaged = request.parameter("pageinate", "") == "true" && request.parameter("page_no").has_value();
    const auto size = m_gate.pageSize(isPaged ? request.number("page_size", 50) : 50);
    const auto part = pageSlice(all.size(), isPaged ? request.number("page_no", 1) : 1, size);
    return json(object({{"record_count", number(int64_t(all.size()))}, {name, jsonList(all, part)}}));
}

void HaloPsa::mount(FakeServer &server)
{
    server.on("POST", "/auth/token", [this](const FakeRequest &request) { return token(request); });
    const auto on = [&](const std::string &path, Route route) {
        server.on("GET", "/api" + path,
            m_gate.guard([this](const FakeRequest &request) { return m_gate.holds(request); },
                json(object({{"error", quoted("Unauthorized")}}), 401), std::move(route)));
    };
    on("/Client", [this](const FakeRequest &request) { return page(request, "clients", clients()); });
    on("/Item", [this](const FakeRequest &request) { return page(request, "items", items()); });
    on("/ClientContract", [this](const FakeRequest &request) { return page(request, "contracts", contracts()); });
    on("/RecurringInvoice", [this](const FakeRequest &request) { return page(request, "invoices", recurringInvoices()); });
}

} // namespace br::demo
