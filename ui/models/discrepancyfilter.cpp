#include "ui/models/discrepancyfilter.h"

#include "core/query/queryfields.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace br {

namespace {

using C = DiscrepancyColumns;

// What a field of the language can see of a row, in columns. None of them: it is asked row by row.
struct Sight {
    std::vector<C::Text> texts = {};
    std::optional<C::Number> number = {};
    bool kind = false;
    bool state = false;
};

Sight sightOf(Field field)
{
    switch (field) {
    case Field::Client:
        return {.texts = {C::Client}};
    case Field::Service:
        return {.texts = {C::Service, C::OtherService}};
    case Field::Vendor:
        return {.texts = {C::Sources}};
    case Field::Account:
        return {.texts = {C::Account}};
    case Field::Meter:
        return {.texts = {C::Meter}};
    case Field::Product:
        return {.texts = {C::Product}};
    case Field::Note:
        return {.texts = {C::Reason}};
    case Field::By:
        return {.texts = {C::DecidedBy}};
    case Field::Kind:
        return {.kind = true};
    case Field::Status:
        return {.state = true};
    case Field::Billed:
        return {.number = C::Billed};
    case Field::Counted:
        return {.number = C::Counted};
    case Field::Delta:
        return {.number = C::Difference};
    case Field::Quantity:
        return {.number = C::Quantity};
    case Field::Impact:
        return {.number = C::Impact};
    default:
        return {};
    }
}

// A word without a field sees all texts and the kind.
Sight freeSight()
{
    return {
        .texts = {C::Client, C::Service, C::OtherService, C::Sources, C::Account, C::Meter, C::Product, C::Asset, C::DecidedBy, C::Reason},
        .kind = true};
}

// A row that shows nothing but what is put into it; its kind and state are such that the term does not see them, if possible.
std::optional<DiscrepancyRow> blankRow(const Query &term)
{
    DiscrepancyRow row;
    for (int kind = 0; kind < kindCount; ++kind) {
        row.discrepancy.kind = static_cast<Kind>(kind);
        for (const auto state : {State::Open, State::Approved, State::Accepted, State::Dismissed}) {
            row.state = state;
            if (!term.matches(row))
                return row;
        }
    }
    return std::nullopt;
}

void putText(DiscrepancyRow &row, C::Text which, const Named &value)
{
    auto &s = row.discrepancy.subject;
    switch (which) {
    case C::Client:
        s.client.text = value.id;
        row.clientName = value.name;
        break;
    case C::Service:
        s.service.text = value.id;
        row.serviceName = value.name;
        break;
    case C::OtherService:
        s.otherService.text = value.id;
        row.otherServiceName = value.name;
        break;
    case C::Account:
        s.account.text = value.id;
        row.accountName = value.name;
        break;
    case C::Meter:
        s.meter.text = value.id;
        row.meterName = value.name;
        break;
    case C::Product:
        s.product.text = value.id;
        row.productName = value.name;
        break;
    case C::Source:
        s.source.text = value.id;
        break;
    case C::Sources:
        row.sources = splitSources(value.id);
        break;
    case C::Asset:
        s.assetKey = value.id;
        break;
    case C::DecidedBy:
        row.decidedBy = value.id;
        break;
    case C::DecidedAt:
        row.decidedAt = value.id;
        break;
    case C::Reason:
        row.reason = value.id;
        break;
    case C::TextCount:
        break;
    }
}

void putNumber(DiscrepancyRow &row, C::Number which, int64_t raw)
{
    auto &d = row.discrepancy;
    const auto units = raw == C::unknown ? std::nullopt : std::optional(Units::fromRaw(raw));
    switch (which) {
    case C::Billed:
        d.billed = units;
        break;
    case C::Counted:
        d.counted = units;
        break;
    case C::Difference:
        d.difference = units;
        break;
    case C::Quantity:
        d.quantity = units;
        break;
    case C::Impact:
        d.impact = raw == C::unknown ? std::nullopt : std::optional(Decimal::fromRaw(raw));
        break;
    default:
        break;
    }
}

// Answers of one term for all rows, 1 = matches; the term is taken without its minus.
class TermMask final {
public:
    TermMask(const Query &term, const C &columns)
        : m_term(term)
        , m_columns(columns)
        , m_mask(columns.size(), 0)
    {
    }

    std::vector<uint8_t> bySight(const Sight &sight)
    {
        if (sight.kind)
            byCode(m_columns.kind, kindCount, [](DiscrepancyRow &row, int code) { row.discrepancy.kind = static_cast<Kind>(code); });
        if (sight.state)
            byCode(m_columns.state, 6, [](DiscrepancyRow &row, int code) { row.state = static_cast<State>(code); });
        if (!sight.texts.empty())
            byTexts(sight.texts);
        if (sight.number)
            byNumber(*sight.number);
        return std::move(m_mask);
    }

    std::vector<uint8_t> byRow()
    {
        for (size_t at = 0; at < m_mask.size(); ++at)
            m_mask[at] = m_term.matches(m_columns.row(at));
        return std::move(m_mask);
    }

    // The fields without texts: a row made of numbers and days only costs next to nothing.
    std::vector<uint8_t> byNumbersOfRow()
    {
        for (size_t at = 0; at < m_mask.size(); ++at)
            m_mask[at] = m_term.matches(m_columns.numbersOfRow(at));
        return std::move(m_mask);
    }

private:
    template <class Codes, class Put>
    void byCode(const Codes &codes, int count, Put put)
    {
        std::vector<uint8_t> answers(static_cast<size_t>(count));
        DiscrepancyRow row;
        for (int code = 0; code < count; ++code) {
            put(row, code);
            answers[static_cast<size_t>(code)] = m_term.matches(row);
        }
        for (size_t at = 0; at < m_mask.size(); ++at)
            m_mask[at] |= answers[codes[at]];
    }

    void byTexts(const std::vector<C::Text> &texts)
    {
        const auto blank = blankRow(m_term);
        if (!blank) {
            // It matches what holds nothing ("client:none"): several texts then decide together.
            std::ranges::fill(m_mask, uint8_t{0});
            byRowTexts(texts);
            return;
        }
        for (const auto text : texts) {
            const auto &dictionary = m_columns.dictionaries[text];
            std::vector<uint8_t> answers(dictionary.size());
            bool any = false;
            for (uint32_t code = 0; code < dictionary.size(); ++code) {
                DiscrepancyRow row = *blank;
                putText(row, text, dictionary[code]);
                answers[code] = m_term.matches(row);
                any = any || answers[code];
            }
            const auto &codes = m_columns.texts[text];
            for (size_t at = 0; any && at < m_mask.size(); ++at)
                m_mask[at] |= answers[codes[at]];
        }
    }

    void byRowTexts(const std::vector<C::Text> &texts)
    {
        std::unordered_map<uint64_t, uint8_t> known; // at most two columns decide together
        for (size_t at = 0; at < m_mask.size(); ++at) {
            uint64_t code = 0;
            for (const auto text : texts)
                code = (code << 32) | m_columns.texts[text][at];
            const auto [found, isNew] = known.try_emplace(code, uint8_t{0});
            if (isNew) {
                DiscrepancyRow row;
                for (const auto text : texts)
                    putText(row, text, m_columns.text(text, at));
                found->second = m_term.matches(row);
            }
            m_mask[at] |= found->second;
        }
    }

    void byNumber(C::Number number)
    {
        DiscrepancyRow row;
        const auto &values = m_columns.numbers[number];
        // Close rows often hold the same number: a small direct-mapped memory of answers saves most of the asking.
        struct Known {
            int64_t value = 0;
            int8_t answer = -1;
        };
        std::array<Known, 4096> memory{};
        for (size_t at = 0; at < m_mask.size(); ++at) {
            const auto value = values[at];
            auto &slot = memory[(static_cast<uint64_t>(value) * 0x9E3779B97F4A7C15ULL) >> 52];
            if (slot.answer < 0 || slot.value != value) {
                putNumber(row, number, value);
                slot = {value, static_cast<int8_t>(m_term.matches(row))};
            }
            m_mask[at] |= static_cast<uint8_t>(slot.answer);
        }
    }

    const Query &m_term;
    const C &m_columns;
    std::vector<uint8_t> m_mask;
};

} // namespace

std::string_view facetField(Facet facet)
{
    switch (facet) {
    case Facet::Kind:
        return fieldName(Field::Kind);
    case Facet::State:
        return fieldName(Field::Status);
    case Facet::Client:
        return fieldName(Field::Client);
    case Facet::Service:
        return fieldName(Field::Service);
    case Facet::Source:
        return fieldName(Field::Vendor);
    }
    return {};
}

std::optional<Facet> facetOfField(std::string_view name)
{
    const auto field = fieldOf(name);
    if (!field)
        return std::nullopt;
    switch (*field) {
    case Field::Kind:
        return Facet::Kind;
    case Field::Status:
        return Facet::State;
    case Field::Client:
        return Facet::Client;
    case Field::Service:
        return Facet::Service;
    case Field::Vendor:
        return Facet::Source;
    default:
        return std::nullopt;
    }
}

namespace {

std::vector<uint8_t> maskOf(const QueryTerm &term, const DiscrepancyColumns &columns)
{
    auto plain = term;
    plain.isNegated = false;
    const auto single = Query::parse(plain.text(), nullptr);
    TermMask maker(single, columns);
    if (term.field.empty())
        return maker.bySight(freeSight());
    const auto field = fieldOf(term.field);
    if (!field || *field == Field::Key)
        return maker.byRow();
    const auto sight = sightOf(*field);
    const bool isInColumns = !sight.texts.empty() || sight.number || sight.kind || sight.state;
    return isInColumns ? maker.bySight(sight) : maker.byNumbersOfRow();
}

} // namespace

std::vector<FailBits> failBits(const Query &query, const DiscrepancyColumns &columns)
{
    std::vector<FailBits> fails(columns.size(), 0);
    for (const auto &term : query.terms()) {
        const auto mask = maskOf(term, columns);
        const auto facet = facetOfField(term.field);
        const auto bit = static_cast<FailBits>(1 << (facet ? static_cast<int>(*facet) : facetCount));
        const uint8_t wanted = term.isNegated ? 0 : 1;
        for (size_t at = 0; at < fails.size(); ++at)
            fails[at] |= mask[at] == wanted ? FailBits{0} : bit;
    }
    return fails;
}

} // namespace br
