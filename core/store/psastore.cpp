#include "core/store/psastore.h"

#include "core/base/text.h"
#include "core/store/stored.h"

#include <map>
#include <optional>
#include <utility>

namespace br {

namespace {

void readLine(const Statement &row, const LineOwner &owner, BilledLine *line)
{
    line->id.text = row.text(1);
    line->agreement = owner.agreement;
    line->client = owner.client;
    line->terms = owner.terms;
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

Result<std::vector<LineOwner>> ownersOf(Database &database, int64_t batchId)
{
    const auto agreements = PsaStore(database).agreements(batchId);
    if (!agreements)
        return agreements.error();
    std::map<std::pair<std::string_view, std::string_view>, int> variants;
    for (const auto &agreement : *agreements)
        ++variants[{agreement.client.text, agreement.id.text}];
    std::vector<LineOwner> owners; // by ordinal, which is how they come
    owners.reserve(agreements->size());
    for (const auto &agreement : *agreements) {
        auto &owner = owners.emplace_back(LineOwner{agreement.id, agreement.client, {}});
        if (variants[{agreement.client.text, agreement.id.text}] > 1)
            owner.terms = LineTerms{agreement.start, agreement.end, agreement.cycle};
    }
    return owners;
}

template <class... Values>
Result<std::vector<BilledLine>> readRows(
    Database &database, std::string_view name, const std::vector<LineOwner> &owners, int64_t batchId, const Values &...values)
{
    std::vector<BilledLine> lines;
    const auto done = database.each(
        name,
        [&](const Statement &row) {
            const auto number = static_cast<size_t>(row.integer(0));
            if (number < owners.size())
                readLine(row, owners[number], &lines.emplace_back());
        },
        batchId, values...);
    if (!done)
        return done.error();
    return lines;
}

// Nothing where the batch has none: it was stored by an older program.
Result<std::optional<std::vector<BilledLine>>> readPack(Database &database, const std::vector<LineOwner> &owners, int64_t batchId)
{
    std::optional<Result<std::vector<BilledLine>>> unpacked;
    const auto done = database.each(
        "psa/line_pack", [&](const Statement &row) { unpacked = unpackLines(row.blob(0), owners); }, batchId);
    if (!done)
        return done.error();
    if (!unpacked)
        return std::optional<std::vector<BilledLine>>();
    if (!*unpacked)
        return unpacked->error();
    return std::optional(std::move(**unpacked));
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

Status PsaStore::addLinePack(int64_t batchId, const LinePackWriter &pack)
{
    const auto bytes = pack.bytes();
    return m_database.run("psa/add_line_pack", batchId, Blob{bytes});
}

Result<std::vector<BilledLine>> PsaStore::lines(int64_t batchId)
{
    const auto owners = ownersOf(m_database, batchId);
    if (!owners)
        return owners.error();
    auto packed = readPack(m_database, *owners, batchId);
    if (!packed)
        return packed.error();
    return *packed ? Result<std::vector<BilledLine>>(std::move(**packed)) : readRows(m_database, "psa/lines", *owners, batchId);
}

Result<int64_t> PsaStore::verifyLines(int64_t batchId)
{
    const auto owners = ownersOf(m_database, batchId);
    if (!owners)
        return owners.error();
    const auto rows = readRows(m_database, "psa/lines", *owners, batchId);
    const auto packed = readPack(m_database, *owners, batchId);
    if (!rows || !packed)
        return rows ? packed.error() : rows.error();
    if (*packed && **packed != *rows)
        return Error{Errc::Damaged,
            words("Store", "The billed lines of batch %1 are not the same in both places where they are stored. Go back to a backup.",
                {std::to_string(batchId)}),
            "line pack"};
    return static_cast<int64_t>(rows->size());
}

Result<std::vector<BilledLine>> PsaStore::linesOf(int64_t batchId, const ClientId &client)
{
    const auto owners = ownersOf(m_database, batchId);
    return owners ? readRows(m_database, "psa/lines_of", *owners, batchId, client) : owners.error();
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
