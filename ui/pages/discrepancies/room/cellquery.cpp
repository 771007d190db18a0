#include "ui/pages/discrepancies/room/cellquery.h"

#include "ui/models/discrepancytable.h"
#include "ui/widgets/facetpane.h"

namespace br {

namespace {

std::string firstOf(const std::string &name, const std::string &id) { return name.empty() ? id : name; }

std::string withTerm(const Query &query, QueryTerm term, bool exclude)
{
    term.isNegated = exclude;
    term.values.front().compare = Compare::Equal;
    return query.with(term).text();
}

std::optional<std::string> withField(const Query &query, const char *field, const std::string &value, bool exclude)
{
    if (value.empty())
        return std::nullopt;
    return withTerm(query, fieldTerm(field, value), exclude);
}

// Subjects without a service are asked for by what they are.
std::optional<std::string> subjectQuery(const Query &query, const DiscrepancyRow &row, bool exclude)
{
    const auto &s = row.discrepancy.subject;
    if (!s.service.isEmpty())
        return withFacet(query, Facet::Service, firstOf(row.serviceName, s.service.text), exclude ? FacetAct::Exclude : FacetAct::Only);
    if (!s.product.isEmpty())
        return withField(query, "product", firstOf(row.productName, s.product.text), exclude);
    if (!s.meter.isEmpty())
        return withField(query, "meter", firstOf(row.meterName, s.meter.text), exclude);
    return withField(query, "account", firstOf(row.accountName, s.account.text), exclude);
}

std::optional<std::string> numberQuery(const Query &query, const char *field, const std::optional<Units> &value, bool exclude)
{
    return withField(query, field, value ? value->toString() : std::string(), exclude);
}

} // namespace

std::optional<std::string> cellQuery(const Query &query, const DiscrepancyRow &row, int column, bool exclude)
{
    const auto act = exclude ? FacetAct::Exclude : FacetAct::Only;
    const auto &d = row.discrepancy;
    switch (column) {
    case DiscrepancyTable::StateColumn:
        return withFacet(query, Facet::State, std::string(stateCode(row.state)), act);
    case DiscrepancyTable::KindColumn:
        return withFacet(query, Facet::Kind, std::string(kindCode(d.kind)), act);
    case DiscrepancyTable::ClientColumn:
        if (d.subject.client.isEmpty())
            return std::nullopt;
        return withFacet(query, Facet::Client, firstOf(row.clientName, d.subject.client.text), act);
    case DiscrepancyTable::SubjectColumn:
        return subjectQuery(query, row, exclude);
    case DiscrepancyTable::SourceColumn:
        if (row.sources.size() != 1)
            return std::nullopt;
        return withFacet(query, Facet::Source, row.sources.front(), act);
    case DiscrepancyTable::BilledColumn:
        return numberQuery(query, "billed", d.billed, exclude);
    case DiscrepancyTable::CountedColumn:
        return numberQuery(query, "counted", d.counted, exclude);
    case DiscrepancyTable::DifferenceColumn:
    case DiscrepancyTable::ChangeColumn:
        return numberQuery(query, "delta", d.difference, exclude);
    case DiscrepancyTable::DecidedByColumn:
        return withField(query, "by", row.decidedBy, exclude);
    case DiscrepancyTable::ReasonColumn:
        return withField(query, "note", row.reason, exclude);
    default:
        return std::nullopt;
    }
}

} // namespace br
