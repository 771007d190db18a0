#include "ui/models/discrepancyfilter.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

namespace br {

namespace {

using C = DiscrepancyColumns;

// What a field of the language can see of a row.
struct Sight {
    std::string_view field;
    std::vector<C::Text> texts;
    std::vector<C::Number> numbers;
    std::vector<C::Date> dates;
    bool kind = false;
    bool state = false;
};

const std::vector<Sight> &sights()
{
    static const std::vector<Sight> all = {
        {.field = "kind", .texts = {}, .numbers = {}, .dates = {}, .kind = true},
        {.field = "state", .texts = {}, .numbers = {}, .dates = {}, .state = true},
        {.field = "status", .texts = {}, .numbers = {}, .dates = {}, .state = true},
        {.field = "client", .texts = {C::Client}, .numbers = {}, .dates = {}},
        {.field = "service", .texts = {C::Service, C::OtherService}, .numbers = {}, .dates = {}},
        {.field = "source", .texts = {C::Source, C::Sources}, .numbers = {}, .dates = {}},
        {.field = "vendor", .texts = {C::Source, C::Sources}, .numbers = {}, .dates = {}},
        {.field = "account", .texts = {C::Account}, .numbers = {}, .dates = {}},
        {.field = "meter", .texts = {C::Meter}, .numbers = {}, .dates = {}},
        {.field = "product", .texts = {C::Product}, .numbers = {}, .dates = {}},
        {.field = "asset", .texts = {C::Asset}, .numbers = {}, .dates = {}},
        {.field = "reason", .texts = {C::Reason}, .numbers = {}, .dates = {}},
        {.field = "by", .texts = {C::DecidedBy}, .numbers = {}, .dates = {}},
        {.field = "billed", .texts = {}, .numbers = {C::Billed}, .dates = {}},
        {.field = "counted", .texts = {}, .numbers = {C::Counted}, .dates = {}},
        {.field = "delta", .texts = {}, .numbers = {C::Difference}, .dates = {}},
        {.field = "difference", .texts = {}, .numbers = {C::Difference}, .dates = {}},
        {.field = "quantity", .texts = {}, .numbers = {C::Quantity}, .dates = {}},
        {.field = "impact", .texts = {}, .numbers = {C::Impact}, .dates = {}},
    };
    return all;
}

const Sight *sightOf(std::string_view field)
{
    const auto name = folded(field);
    const auto found = std::ranges::find(sights(), std::string_view(name), &Sight::field);
    return found == sights().end() ? nullptr : &*found;
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
        for (const auto number : sight.numbers)
            byNumber(number);
        return std::move(m_mask);
    }

    std::vector<uint8_t> byRow()
    {
        for (size_t at = 0; at < m_mask.size(); ++at)
            m_mask[at] = m_term.matches(m_columns.row(at));
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

// A word without a field sees all texts, and the words of kind and state.
const Sight &freeSight()
{
    static const Sight all{.field = "",
        .texts = {C::Client, C::Service, C::OtherService, C::Account, C::Meter, C::Product, C::Source, C::Sources, C::Asset, C::DecidedBy,
            C::Reason},
        .numbers = {},
        .dates = {},
        .kind = true,
        .state = true};
    return all;
}

} // namespace

std::string_view facetField(Facet facet)
{
    switch (facet) {
    case Facet::Kind:
        return "kind";
    case Facet::State:
        return "state";
    case Facet::Client:
        return "client";
    case Facet::Service:
        return "service";
    case Facet::Source:
        return "source";
    }
    return {};
}

std::optional<Facet> facetOfField(std::string_view field)
{
    const auto name = folded(field);
    for (const auto facet : {Facet::Kind, Facet::State, Facet::Client, Facet::Service, Facet::Source}) {
        if (name == facetField(facet))
            return facet;
    }
    if (name == "status")
        return Facet::State;
    if (name == "vendor")
        return Facet::Source;
    return std::nullopt;
}

std::vector<FailBits> failBits(const Query &query, const DiscrepancyColumns &columns)
{
    std::vector<FailBits> fails(columns.size(), 0);
    for (const auto &term : query.terms()) {
        QueryTerm plain = term;
        plain.isNegated = false;
        const auto single = Query::parse(plain.text(), nullptr);
        const auto *sight = term.field.empty() ? &freeSight() : sightOf(term.field);
        TermMask maker(single, columns);
        const auto mask = sight ? maker.bySight(*sight) : maker.byRow();
        const auto facet = facetOfField(term.field);
        const auto bit = static_cast<FailBits>(1 << (facet ? static_cast<int>(*facet) : facetCount));
        const uint8_t wanted = term.isNegated ? 0 : 1;
        for (size_t at = 0; at < fails.size(); ++at)
            fails[at] |= mask[at] == wanted ? FailBits{0} : bit;
    }
    return fails;
}

} // namespace br
