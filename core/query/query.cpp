#include "core/query/query.h"

#include "core/base/text.h"
#include "core/query/queryfields.h"
#include "core/query/querytest.h"

#include <algorithm>
#include <unordered_map>

namespace br {

struct Query::Compiled {
    std::vector<QueryTest> tests;
};

Query::Query()
    : m_compiled(std::make_shared<Compiled>())
{
}

void Query::compile(std::vector<QueryProblem> *problems)
{
    auto compiled = std::make_shared<Compiled>();
    for (const auto &term : m_terms)
        compiled->tests.emplace_back(term, problems);
    m_compiled = std::move(compiled);
}

Query Query::parse(std::string_view text, std::vector<QueryProblem> *problems)
{
    std::vector<QueryProblem> found;
    Query query;
    auto tokens = cutQuery(text, [](std::string_view name) { return fieldOf(name).has_value(); });
    query.m_terms = std::move(tokens.terms);
    query.m_after = std::move(tokens.after);
    query.compile(&found);
    if (tokens.isCut)
        found.push_back({tokens.cutAt, text.size() - tokens.cutAt, words("Query", "This quote is not closed.")});
    std::ranges::stable_sort(found, {}, &QueryProblem::position);
    if (problems)
        *problems = std::move(found);
    return query;
}

Result<Query> Query::parse(std::string_view text)
{
    std::vector<QueryProblem> problems;
    auto query = parse(text, &problems);
    if (problems.empty())
        return query;
    const auto &first = problems.front();
    // People count characters, from 1.
    const auto before = text.substr(0, first.position);
    const auto column = 1 + std::ranges::count_if(before, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return Error{
        Errc::InvalidInput, words("Query", "The filter cannot be understood at character %1: %2", {std::to_string(column), first.message})};
}

bool Query::matches(const DiscrepancyRow &row) const
{
    return std::ranges::all_of(m_compiled->tests, [&row](const QueryTest &test) { return test.matches(row); });
}

std::string Query::text() const
{
    std::string out;
    for (const auto &term : m_terms)
        out += term.before + term.text();
    return out + m_after;
}

Query Query::with(const QueryTerm &term) const
{
    const auto same = [&term](const QueryTerm &other) { return other.text() == term.text(); };
    if (std::ranges::any_of(m_terms, same))
        return *this;
    auto added = term;
    added.before = m_terms.empty() ? std::string() : std::string(" ");
    Query query = *this;
    query.m_terms.push_back(std::move(added));
    query.m_after.clear();
    return parse(query.text(), nullptr);
}

Query Query::without(size_t term) const
{
    Query query = *this;
    if (term >= query.m_terms.size())
        return query;
    query.m_terms.erase(query.m_terms.begin() + static_cast<std::ptrdiff_t>(term));
    if (!query.m_terms.empty() && term == 0)
        query.m_terms.front().before.clear();
    return parse(query.text(), nullptr);
}

QueryTerm fieldTerm(std::string_view field, std::string_view value, bool negated)
{
    QueryTerm term;
    term.isNegated = negated;
    term.field = field;
    QueryValue only;
    only.text = value;
    const bool isPlain = value.find_first_of(" \t\r\n\"|*?<>=") == std::string_view::npos && !value.empty()
        && value.find("..") == std::string_view::npos && folded(value) != "none"
        && (!field.empty() || (value.find(':') == std::string_view::npos && !value.starts_with('-')));
    only.isQuoted = !isPlain;
    term.values.push_back(std::move(only));
    return term;
}

bool isQueryField(std::string_view name) { return fieldOf(name).has_value(); }

std::vector<std::string> queryFields() { return fieldNames(false); }

std::vector<std::string> queryValues(std::string_view name, std::string_view typed, const std::vector<DiscrepancyRow> &rows, size_t most)
{
    const auto field = fieldOf(name);
    const auto begin = folded(typed);
    std::vector<std::string> values;
    if (!field)
        return values;
    if (typeOf(*field) == FieldType::Kind || typeOf(*field) == FieldType::Status) {
        for (auto &value : typeOf(*field) == FieldType::Kind ? kindValues() : stateValues()) {
            if (value.find(begin) != std::string::npos)
                values.push_back(std::move(value));
        }
        return values;
    }
    std::unordered_map<std::string, size_t> found;
    std::vector<std::string_view> texts;
    for (const auto &row : rows) {
        texts.clear();
        textsOf(row, *field, texts);
        // The name comes first; ids are offered only where there is no name.
        if (!texts.empty() && (begin.empty() || folded(texts.front()).find(begin) != std::string::npos))
            ++found[std::string(texts.front())];
    }
    std::vector<std::pair<size_t, std::string>> sorted;
    for (auto &[value, count] : found)
        sorted.emplace_back(count, value);
    std::ranges::sort(sorted, [](const auto &a, const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
    for (size_t i = 0; i < std::min(most, sorted.size()); ++i)
        values.push_back(std::move(sorted[i].second));
    return values;
}

} // namespace br
