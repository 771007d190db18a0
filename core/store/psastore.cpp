#include "core/store/psastore.h"

#include "core/store/stored.h"

#include <unordered_map>

namespace br {

namespace {

struct Owner {
    AgreementId agreement;
    ClientId client;
};

void readLine(const Statement &row, const Owner &owner, BilledLine *line)
{
    line->id.text = row.text(1);
    line->agreement = owner.agreement;
    line->client = owner.client;
    line->product.text = row.text(2);
    line->quantity = Decimal::fromRaw(row.integer(3));
    line->included = Decimal::fromRaw(row.integer(4));
    line->unitPrice = readNumber(row, 5);
    line->unitCost = readNumber(row, 6);
    line->currency = readCurrency(row, 7);
    line->billable = row.integer(8) != 0;
    line->effective = readDay(row, 9);
    line->cancelled = readDay(row, 10);
}

template <class Read>
Status withOwners(Database &database, int64_t batchId, Read read)
{
    std::unordered_map<int64_t, Owner> owners;
    const auto done = database.each(
        "psa/agreements",
        [&](const Statement &row) {
            owners[row.integer(0)] = {AgreementId(row.string(1)), ClientId(row.string(2))};
        },
        batchId);
    return done ? read(owners) : done;
}

template <class... Values>
Result<std::vector<BilledLine>> readLines(Database &database, std::string_view name, int64_t batchId, const Values &...values)
{
    std::vector<BilledLine> lines;
    if (sizeof...(values) == 0) { // all of them: growing step by step would move each line many times
        const auto counted = database.each(
            "psa/count_lines", [&](const Statement &row) { lines.reserve(static_cast<size_t>(row.integer(0))); }, batchId);
        if (!counted)
            return counted.error();
    }
    const auto done = withOwners(database, batchId, [&](const std::unordered_map<int64_t, Owner> &owners) {
        const Owner *last = nullptr;
        int64_t lastNumber = 0;
        return database.each(
            name,
            [&](const Statement &row) {
                const auto number = row.integer(0);
                if (!last || number != lastNumber) {
                    const auto owner = owners.find(number);
                    last = owner == owners.end() ? nullptr : &owner->second;
                    lastNumber = number;
                }
                if (last)
                    readLine(row, *last, &lines.emplace_back());
            },
            batchId, values...);
    });
    if (!done)
        return done.error();
    return lines;
}

Client readClient(const Statement &row) { return {ClientId(row.string(0)), row.string(1), ClientId(row.string(2)), row.integer(3) != 0}; }

} // namespace

Status PsaStore::addClient(int64_t batchId, const Client &client)
{
    return m_database.run("psa/add_client", batchId, client.id, client.name, client.parent, client.rollUp);
}

Status PsaStore::addAgreement(int64_t batchId, int64_t ordinal, const Agreement &agreement)
{
    return m_database.run("psa/add_agreement", batchId, ordinal, agreement.id, agreement.client, agreement.name, stored(agreement.start),
        stored(agreement.end), static_cast<int>(agreement.cycle));
}

Status PsaStore::addLine(int64_t batchId, int64_t agreementOrdinal, const BilledLine &line, const LineEvidence &evidence)
{
    return m_database.run("psa/add_line", batchId, agreementOrdinal, line.id, line.product, line.quantity.raw(), line.included.raw(),
        stored(line.unitPrice), stored(line.unitCost), line.currency.code(), line.billable, stored(line.effective), stored(line.cancelled),
        evidence.raw, evidence.file, evidence.row);
}

Status PsaStore::addProduct(int64_t batchId, const Product &product)
{
    return m_database.run(
        "psa/add_product", batchId, product.id, product.name, stored(product.listPrice), stored(product.unitCost), product.currency.code());
}

Result<std::vector<Client>> PsaStore::clients(int64_t batchId)
{
    std::vector<Client> clients;
    const auto read = m_database.each(
        "psa/clients", [&](const Statement &row) { clients.push_back(readClient(row)); }, batchId);
    if (!read)
        return read.error();
    return clients;
}

Result<std::optional<Client>> PsaStore::clientBefore(const ClientId &client, Period period)
{
    std::optional<Client> found;
    const auto read = m_database.each(
        "psa/client_before", [&](const Statement &row) { found = readClient(row); }, client, period.index());
    if (!read)
        return read.error();
    return found;
}

Result<std::vector<Agreement>> PsaStore::agreements(int64_t batchId)
{
    std::vector<Agreement> agreements;
    const auto read = m_database.each(
        "psa/agreements",
        [&](const Statement &row) {
            agreements.push_back({AgreementId(row.string(1)), row.string(3), ClientId(row.string(2)), readDay(row, 4), readDay(row, 5),
                static_cast<BillingCycle>(row.integer(6))});
        },
        batchId);
    if (!read)
        return read.error();
    return agreements;
}

Result<std::vector<BilledLine>> PsaStore::lines(int64_t batchId) { return readLines(m_database, "psa/lines", batchId); }

Result<std::vector<BilledLine>> PsaStore::linesOf(int64_t batchId, const ClientId &client)
{
    return readLines(m_database, "psa/lines_of", batchId, client);
}

Result<std::vector<Product>> PsaStore::products(int64_t batchId)
{
    std::vector<Product> products;
    const auto read = m_database.each(
        "psa/products",
        [&](const Statement &row) {
            products.push_back({ProductId(row.string(0)), row.string(1), readNumber(row, 2), readNumber(row, 3), readCurrency(row, 4)});
        },
        batchId);
    if (!read)
        return read.error();
    return products;
}

} // namespace br
