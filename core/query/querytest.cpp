#include "core/query/querytest.h"

#include "core/base/nearest.h"
#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

constexpr std::string_view noneWord = "none";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Whether `text`, folded, holds `needle`; without a copy where the text is ASCII.
bool containsFolded(std::string_view text, std::string_view needle)
{
    if (needle.empty())
        return true;
    if (!isAscii(text))
        return folded(text).find(needle) != std::string::npos;
    if (text.size() < needle.size())
        return false;
    for (size_t i = 0, last = text.size() - needle.size(); i <= last; ++i) {
        size_t k = 0;
        while (k < needle.size() && lower(text[i + k]) == needle[k])
            ++k;
        if (k == needle.size())
            return true;
    }
    return false;
}

constexpr std::array anyTextFields
    = {Field::Client, Field::Service, Field::Vendor, Field::Account, Field::Meter, Field::Product, Field::Note, Field::By};

void anyTexts(const DiscrepancyRow &row, std::vector<std::string_view> &out)
{
    for (const auto field : anyTextFields)
        textsOf(row, field, out);
    // Not the key itself: it holds the period, so that "10" would match every row.
    if (!row.discrepancy.subject.assetKey.empty())
        out.push_back(row.discrepancy.subject.assetKey);
}

// The days that "2026", "2026-10" or "2026-10-05" stands for.
std::optional<DayRange> daysFor(std::string_view text)
{
    if (text.size() == 4) {
        const auto first = Period::parse(std::string(text) + "-01");
        const auto last = Period::parse(std::string(text) + "-12");
        return first && last ? std::optional(DayRange{first->firstDay(), last->lastDay()}) : std::nullopt;
    }
    if (const auto month = Period::parse(text))
        return DayRange{month->firstDay(), month->lastDay()};
    if (const auto day = Day::parse(text))
        return DayRange{*day, *day};
    return std::nullopt;
}

// The bounds that a single written value has: a day range, or one number twice.
std::optional<std::pair<int64_t, int64_t>> boundsFor(std::string_view text, FieldType type)
{
    if (type == FieldType::Number) {
        const auto number = parseExactDecimal(text);
        if (!number)
            return std::nullopt;
        const auto raw = toUnits(*number).raw();
        return std::pair(raw, raw);
    }
    const auto days = daysFor(text);
    if (!days)
        return std::nullopt;
    return std::pair<int64_t, int64_t>(days->first.number(), days->last.number());
}

} // namespace

QueryTest::QueryTest(const QueryTerm &term, std::vector<QueryProblem> *problems)
    : m_isNegated(term.isNegated)
{
    if (!term.field.empty()) {
        m_field = fieldOf(term.field);
        if (!m_field) {
            problems->push_back({term.position + (term.isNegated ? 1 : 0), term.field.size(),
                words("Query", "There is no field \"%1\".", {term.field}) + didYouMean(term.field, fieldNames(true))});
            m_isOpen = true;
            return;
        }
    }
    bool isUsable = false;
    for (const auto &value : term.values) {
        if (value.text.empty() && !value.isQuoted) {
            problems->push_back({value.position, 0,
                term.field.empty() ? words("Query", "A word is missing here.")
                                   : words("Query", "A value is missing after \"%1\".", {term.field})});
            continue;
        }
        const auto before = problems->size();
        switch (m_field ? typeOf(*m_field) : FieldType::Text) {
        case FieldType::Text:
            addText(value);
            break;
        case FieldType::Kind:
            addKinds(value, problems);
            break;
        case FieldType::Status:
            addStates(value, problems);
            break;
        default:
            addSpan(value, problems);
            break;
        }
        isUsable = isUsable || problems->size() == before;
    }
    m_isOpen = !isUsable;
}

void QueryTest::addText(const QueryValue &value)
{
    const bool hasWildcard = !value.isQuoted && value.text.find_first_of("*?") != std::string::npos;
    const bool asksForNone = m_field && !value.isQuoted && folded(value.text) == noneWord;
    m_texts.push_back({value.compare, hasWildcard, asksForNone, folded(value.text)});
}

void QueryTest::addKinds(const QueryValue &value, std::vector<QueryProblem> *problems)
{
    const auto kinds = kindsFor(value.text);
    for (const auto kind : kinds)
        m_kinds[static_cast<size_t>(kind)] = true;
    if (kinds.empty())
        problems->push_back({value.position, value.text.size(),
            words("Query", "\"%1\" is no kind of discrepancy. The kinds are: %2.", {value.text, joined(kindValues(), ", ")})
                + didYouMean(value.text, kindValues())});
}

void QueryTest::addStates(const QueryValue &value, std::vector<QueryProblem> *problems)
{
    const auto states = statesFor(value.text);
    for (const auto state : states)
        m_states[static_cast<size_t>(state)] = true;
    if (states.empty())
        problems->push_back({value.position, value.text.size(),
            words("Query", "\"%1\" is no state. The states are: %2.", {value.text, joined(stateValues(), ", ")})
                + didYouMean(value.text, stateValues())});
}

bool QueryTest::readSpan(const QueryValue &value, Span &span) const
{
    const auto type = typeOf(*m_field);
    if (folded(value.text) == noneWord) {
        span.asksForNone = true;
        return value.compare == Compare::Matches || value.compare == Compare::Equal;
    }
    if (const auto dots = value.text.find(".."); dots != std::string::npos) {
        const auto first = value.text.substr(0, dots);
        const auto last = value.text.substr(dots + 2);
        const auto low = boundsFor(first, type);
        const auto high = boundsFor(last, type);
        if (low)
            span.least = low->first;
        if (high)
            span.most = high->second;
        return value.compare == Compare::Matches && (low || first.empty()) && (high || last.empty()) && (low || high);
    }
    const auto bounds = boundsFor(value.text, type);
    if (!bounds)
        return false;
    switch (value.compare) {
    case Compare::Greater:
        span.least = bounds->second + 1;
        break;
    case Compare::GreaterEqual:
        span.least = bounds->first;
        break;
    case Compare::Less:
        span.most = bounds->first - 1;
        break;
    case Compare::LessEqual:
        span.most = bounds->second;
        break;
    case Compare::Matches:
    case Compare::Equal:
        span.least = bounds->first;
        span.most = bounds->second;
        break;
    }
    return true;
}

void QueryTest::addSpan(const QueryValue &value, std::vector<QueryProblem> *problems)
{
    Span span;
    if (readSpan(value, span)) {
        m_spans.push_back(span);
        return;
    }
    const auto hint = typeOf(*m_field) == FieldType::Number
        ? words("Query", "\"%1\" is no number. Write 50, >50, -10..10 or none; the decimal sign is a point.", {value.text})
        : words("Query", "\"%1\" is no day. Write 2026-10-31, 2026-10, >2026, 2026-01..2026-06 or none.", {value.text});
    problems->push_back({value.position, value.text.size() + compareText(value.compare).size(), hint});
}

bool QueryTest::matchesText(const DiscrepancyRow &row) const
{
    static thread_local std::vector<std::string_view> texts;
    texts.clear();
    if (m_field)
        textsOf(row, *m_field, texts);
    else
        anyTexts(row, texts);
    const auto fits = [](const TextTest &test, std::string_view text) {
        if (test.hasWildcard)
            return matchesWildcard(folded(text), test.folded);
        if (test.compare == Compare::Equal)
            return folded(text) == test.folded;
        return containsFolded(text, test.folded);
    };
    return std::ranges::any_of(m_texts, [&](const TextTest &test) {
        if (test.asksForNone && texts.empty())
            return true;
        if (!m_field && containsFolded(kindCode(row.discrepancy.kind), test.folded))
            return true;
        return std::ranges::any_of(texts, [&](std::string_view text) { return fits(test, text); });
    });
}

bool QueryTest::matchesSpan(const DiscrepancyRow &row) const
{
    std::optional<std::pair<int64_t, int64_t>> bounds;
    if (typeOf(*m_field) == FieldType::Number) {
        if (const auto number = numberOf(row, *m_field))
            bounds = {number->raw(), number->raw()};
    } else if (const auto days = daysOf(row, *m_field)) {
        bounds = {days->first.number(), days->last.number()};
    }
    return std::ranges::any_of(m_spans, [&bounds](const Span &span) {
        if (span.asksForNone || !bounds)
            return span.asksForNone && !bounds;
        return (!span.least || bounds->first >= *span.least) && (!span.most || bounds->second <= *span.most);
    });
}

bool QueryTest::holds(const DiscrepancyRow &row) const
{
    switch (m_field ? typeOf(*m_field) : FieldType::Text) {
    case FieldType::Text:
        return matchesText(row);
    case FieldType::Kind:
        return m_kinds[static_cast<size_t>(row.discrepancy.kind)];
    case FieldType::Status:
        return m_states[static_cast<size_t>(row.state)];
    default:
        return matchesSpan(row);
    }
}

bool QueryTest::matches(const DiscrepancyRow &row) const { return m_isOpen || holds(row) != m_isNegated; }

} // namespace br
