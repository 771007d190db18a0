#include "core/workspace/stagedpsa.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace br {

namespace {

bool isNegativeNumber(const std::string &id)
{
    return id.size() > 1 && id[0] == '-' && id.find_first_not_of("0123456789", 1) == std::string::npos;
}

size_t contentOf(const LineRecord &record)
{
    const auto &line = record.line;
    std::string text;
    for (const auto *part : {&line.agreement.text, &line.client.text, &line.product.text})
        (text += *part) += '\n';
    const auto add = [&text](int64_t number) { (text += std::to_string(number)) += '\n'; };
    const auto addMaybe = [&](const auto &value, auto number) { value ? add(number(*value)) : add(INT64_MIN); };
    add(line.quantity.raw());
    add(line.included.raw());
    addMaybe(line.unitPrice, [](Decimal d) { return d.raw(); });
    addMaybe(line.unitCost, [](Decimal d) { return d.raw(); });
    addMaybe(line.effective, [](Day d) { return int64_t{d.number()}; });
    addMaybe(line.cancelled, [](Day d) { return int64_t{d.number()}; });
    add(line.billable);
    text += line.currency.code();
    return std::hash<std::string>{}(text);
}

} // namespace

StagedPsa::StagedPsa(Database &database, int64_t batchId, Findings &findings)
    : m_store(database)
    , m_batchId(batchId)
    , m_findings(findings)
{
}

bool StagedPsa::isAcceptable(const LineRecord &record)
{
    struct Field {
        const char *name;
        const std::string &value;
    };
    const auto &line = record.line;
    for (const auto &field : {Field{"client_id", line.client.text}, Field{"agreement_id", line.agreement.text},
             Field{"line_id", line.id.text}, Field{"product_id", line.product.text}}) {
        if (field.value.empty()) {
            m_findings.reject(record.row, field.name, field.value, words("Import", "The id is missing; fill it in, or leave the row out."));
            return false;
        }
        if (isNegativeNumber(field.value)) {
            m_findings.reject(record.row, field.name, field.value,
                words("Import", "A negative number stands for \"none\" here and names nothing; fill in the id, or leave the row out."));
            return false;
        }
    }
    return true;
}

bool StagedPsa::isRepeated(const LineRecord &record, bool *isRejected)
{
    const auto content = contentOf(record);
    const auto [seen, isNew] = m_lines.try_emplace(record.line.id.text, Seen{content, record.row});
    if (isNew)
        return false;
    *isRejected = seen->second.content != content;
    const auto before = std::to_string(seen->second.row);
    if (*isRejected)
        m_findings.reject(record.row, "line_id", record.line.id.text,
            words("Import", "This line id stands on row %1 already, with other content; each line needs an id of its own.", {before}));
    else
        m_findings.warn(
            record.row, "line_id", record.line.id.text, words("Import", "The same line as on row %1; it is taken once.", {before}));
    return true;
}

Status StagedPsa::line(const LineRecord &record)
{
    bool isRejected = false;
    if (!isAcceptable(record) || isRepeated(record, &isRejected))
        return {};
    learn(record.client, record.row);
    if (record.line.included.sign() < 0)
        m_findings.warn(record.row, "included_quantity", record.line.included.toString(),
            words("Import", "A negative included quantity: it raises what a difference is worth. Correct it in the PSA."));
    const auto agreement = agreementOf(record.agreement, record.row);
    // The first name that is stated: a row without one only says that there is such a product.
    if (auto &name = m_productNames[record.line.product.text]; name.empty())
        name = record.productName;
    const auto ordinal = static_cast<int64_t>(agreement);
    m_pack.add(ordinal, record.line);
    return m_store.addLine(m_batchId, ordinal, record.line, {record.raw, m_findings.fileOrdinal, record.row});
}

void StagedPsa::product(const ProductRecord &record)
{
    const auto &product = record.product;
    if (product.id.isEmpty()) {
        m_findings.reject(record.row, "product_id", "", words("Import", "The id is missing; fill it in, or leave the row out."));
        return;
    }
    if (product.listPrice && product.listPrice->sign() < 0)
        m_findings.warn(record.row, "list_price", product.listPrice->toString(),
            words("Import", "A negative list price: differences of this product would be worth less than nothing. Correct it in the PSA."));
    const auto [known, isNew] = m_products.try_emplace(product.id.text, product);
    if (!isNew && known->second != product)
        m_findings.warn(record.row, "product_id", product.id.text,
            words("Import", "This product is stated twice, with different content; what was stated first is used."));
}

void StagedPsa::client(const Client &client) { learn(client, 0); }

void StagedPsa::learn(const Client &client, int64_t row)
{
    const auto [place, isNew] = m_clientPlaces.try_emplace(client.id.text, m_clients.size());
    if (isNew) {
        m_clients.push_back(client);
        return;
    }
    auto &known = m_clients[place->second];
    const auto differs = [&](const char *column, const std::string &stated, const std::string &now) {
        m_findings.warn(
            row, column, now, words("Import", "Client %1 was stated with \"%2\" before; that is used.", {client.id.text, stated}));
    };
    if (known.name.empty())
        known.name = client.name;
    else if (!client.name.empty() && client.name != known.name)
        differs("client_name", known.name, client.name);
    if (known.parent.isEmpty())
        known.parent = client.parent;
    else if (!client.parent.isEmpty() && client.parent != known.parent)
        differs("parent_client_id", known.parent.text, client.parent.text);
    if (client.rollUp != known.rollUp)
        differs("roll_up", known.rollUp ? "true" : "false", client.rollUp ? "true" : "false");
}

size_t StagedPsa::agreementOf(const Agreement &agreement, int64_t row)
{
    // Rows of one agreement that contradict each other are kept apart: each line goes by its own row, in whatever order they come.
    auto &variants = m_agreementPlaces[agreement.client.text + '\n' + agreement.id.text];
    for (const auto place : variants) {
        auto &known = m_agreements[place];
        if (agreement.start != known.start || agreement.end != known.end || agreement.cycle != known.cycle)
            continue;
        if (known.name.empty())
            known.name = agreement.name;
        else if (!agreement.name.empty() && agreement.name != known.name)
            m_findings.warn(row, "agreement_id", agreement.id.text,
                words("Import", "Agreement %1 was stated with another name before; that is used.", {agreement.id.text}));
        return place;
    }
    if (!variants.empty())
        m_findings.warn(row, "agreement_id", agreement.id.text,
            words("Import", "Agreement %1 was stated with other dates or another billing cycle before; each line goes by its own row.",
                {agreement.id.text}));
    if (agreement.start && agreement.end && *agreement.end < *agreement.start)
        m_findings.warn(row, "agreement_end", agreement.end->toString(),
            words("Import", "Agreement %1 ends before it starts (%2), so that none of its lines is ever active. Correct it in the PSA.",
                {agreement.id.text, agreement.start->toString()}));
    variants.push_back(m_agreements.size());
    m_agreements.push_back(agreement);
    return variants.back();
}

Status StagedPsa::judgeParents()
{
    std::vector<char> isGood(m_clients.size(), 0);
    for (size_t start = 0; start < m_clients.size(); ++start) {
        std::vector<size_t> way;
        std::set<size_t> onWay;
        for (auto at = start; !isGood[at];) {
            if (!onWay.insert(at).second) {
                std::string circle;
                for (size_t i = static_cast<size_t>(std::find(way.begin(), way.end(), at) - way.begin()); i < way.size(); ++i)
                    circle += m_clients[way[i]].id.text + " \xe2\x86\x92 ";
                return Error{Errc::Refused,
                    words("Import", "Clients are each other's parents in a circle: %1. Correct it in the PSA and export again.",
                        {circle + m_clients[at].id.text})};
            }
            way.push_back(at);
            const auto parent = m_clientPlaces.find(m_clients[at].parent.text);
            if (m_clients[at].parent.isEmpty() || parent == m_clientPlaces.end())
                break;
            at = parent->second;
        }
        for (const auto place : way)
            isGood[place] = 1;
    }
    return {};
}

Status StagedPsa::finish()
{
    if (auto good = judgeParents(); !good)
        return good;
    for (const auto &client : m_clients) {
        if (auto done = m_store.addClient(m_batchId, client); !done)
            return done;
    }
    for (size_t i = 0; i < m_agreements.size(); ++i) {
        if (auto done = m_store.addAgreement(m_batchId, static_cast<int64_t>(i), m_agreements[i]); !done)
            return done;
    }
    for (auto &[id, name] : m_productNames) {
        const auto [stated, isNew] = m_products.try_emplace(id, Product{ProductId(id), name, {}, {}, {}});
        if (!isNew && stated->second.name.empty())
            stated->second.name = name;
    }
    for (const auto &[id, product] : m_products) {
        if (auto done = m_store.addProduct(m_batchId, product); !done)
            return done;
    }
    return m_pack.isEmpty() ? Status() : m_store.addLinePack(m_batchId, m_pack);
}

} // namespace br
