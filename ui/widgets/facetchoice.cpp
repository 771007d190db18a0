#include "core/base/text.h"
#include "core/query/queryfields.h"
#include "ui/widgets/facetpane.h"

namespace br {

namespace {

bool isOf(const QueryTerm &term, Facet facet) { return !term.field.empty() && facetOfField(term.field) == facet; }

std::string quoted(const std::string &value)
{
    std::string text = "\"";
    for (const char c : value) {
        text += c;
        if (c == '"')
            text += c;
    }
    return text + '"';
}

std::string exactTerm(Facet facet, const std::set<std::string> &values, bool isNegated)
{
    const bool isCode = facet == Facet::Kind || facet == Facet::State;
    std::vector<std::string> parts;
    for (const auto &value : values)
        parts.push_back(isCode ? value : "=" + quoted(value));
    return (isNegated ? "-" : "") + std::string(facetField(facet)) + ':' + joined(parts, "|");
}

} // namespace

FacetChoice facetChoice(const Query &query, Facet facet)
{
    FacetChoice choice;
    for (const auto &term : query.terms()) {
        if (!isOf(term, facet))
            continue;
        auto &values = term.isNegated ? choice.excluded : choice.included;
        for (const auto &value : term.values) {
            // "kind:under" and "status:todo" stand for codes.
            if (facet == Facet::Kind) {
                for (const auto kind : kindsFor(value.text))
                    values.insert(std::string(kindCode(kind)));
            } else if (facet == Facet::State) {
                for (const auto state : statesFor(value.text))
                    values.insert(std::string(stateCode(state)));
            } else {
                values.insert(value.text);
            }
        }
    }
    return choice;
}

std::string withFacet(const Query &query, Facet facet, const std::string &value, FacetAct act)
{
    auto choice = facetChoice(query, facet);
    switch (act) {
    case FacetAct::Toggle:
        choice.excluded.erase(value);
        if (choice.included.erase(value) == 0)
            choice.included.insert(value);
        break;
    case FacetAct::Only:
        choice.excluded.clear();
        choice.included = {value};
        break;
    case FacetAct::Exclude:
        choice.included.erase(value);
        choice.excluded.insert(value);
        break;
    case FacetAct::Clear:
        choice = {};
        break;
    }
    std::vector<std::string> parts;
    for (const auto &term : query.terms()) {
        if (!isOf(term, facet))
            parts.push_back(term.text());
    }
    if (!choice.included.empty())
        parts.push_back(exactTerm(facet, choice.included, false));
    if (!choice.excluded.empty())
        parts.push_back(exactTerm(facet, choice.excluded, true));
    return joined(parts, " ");
}

} // namespace br
