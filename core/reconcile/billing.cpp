#include "core/reconcile/billing.h"

#include <tuple>

namespace br {

namespace {

class AgreementIndex final {
public:
    explicit AgreementIndex(const World &world)
        : m_texts(world.facts.agreements.size())
        , m_pairs(world.facts.agreements.size())
    {
        for (const auto &agreement : world.facts.agreements) {
            const auto text = m_texts.add(agreement.id.text);
            const auto pair = m_pairs.add(text, world.findClient(agreement.client.text));
            m_byPair.resize(m_pairs.size(), nullptr);
            m_byText.resize(m_texts.size(), nullptr);
            keepFirst(m_byPair[pair], agreement);
            keepFirst(m_byText[text], agreement);
        }
    }
    // The client's own agreement of that id, else any of that id.
    const Agreement &of(const BilledLine &line, uint32_t client) const
    {
        static const Agreement unknown;
        const auto text = m_texts.find(line.agreement.text);
        if (text == nowhere)
            return unknown;
        const auto pair = m_pairs.find(text, client);
        return pair == nowhere ? *m_byText[text] : *m_byPair[pair];
    }

private:
    static void keepFirst(const Agreement *&kept, const Agreement &agreement)
    {
        const auto rank = [](const Agreement &a) { return std::tie(a.client, a.start, a.end, a.cycle); };
        if (!kept || rank(agreement) < rank(*kept))
            kept = &agreement;
    }

    TextIndex m_texts;
    PairIndex m_pairs;
    std::vector<const Agreement *> m_byPair;
    std::vector<const Agreement *> m_byText;
};

// The largest quantity, then the latest effective date (none is earliest), then the smallest id; the rest only makes
// the choice independent of the order of rows where two lines share an id.
bool isBetter(const BilledLine &line, int months, const AdjustableLine &kept)
{
    if (!kept.line)
        return true;
    const auto &other = *kept.line;
    if (line.quantity != other.quantity)
        return line.quantity > other.quantity;
    if (line.effective != other.effective)
        return line.effective > other.effective;
    return std::tie(line.id, line.agreement, line.product, line.unitPrice, line.unitCost, line.included, line.currency, months)
        < std::tie(other.id, other.agreement, other.product, other.unitPrice, other.unitCost, other.included, other.currency, kept.months);
}

} // namespace

ActiveLines activeLines(const World &world)
{
    const AgreementIndex agreements(world);
    ActiveLines active;
    active.lines.reserve(world.facts.lines.size());
    const BilledLine *last = nullptr;
    const Agreement *agreement = nullptr;
    uint32_t client = nowhere;
    for (const auto &line : world.facts.lines) {
        if (!last || last->client != line.client || last->agreement != line.agreement) { // lines of one agreement come together
            client = world.clientNumber(line.client.text);
            agreement = &agreements.of(line, client);
        }
        last = &line;
        if (isActive(*agreement, line, world.facts.asOf))
            active.lines.push_back(
                {&line, client, active.products.add(line.product.text), static_cast<int>(termsOf(*agreement, line).cycle)});
    }
    return active;
}

void bill(const World &world, const ActiveLines &active, Drafts &drafts)
{
    std::vector<uint32_t> listed; // by product of the lines: its number among those that services list
    for (uint32_t product = 0; product < active.products.size(); ++product)
        listed.push_back(world.products.find(active.products.text(product)));
    drafts.lines.reserve(active.lines.size());
    for (const auto &one : active.lines) {
        const auto &line = *one.line;
        const auto product = listed[one.product];
        if (product == nowhere)
            continue;
        for (const auto &use : world.productUses[product]) {
            const auto number = drafts.at(world.rootOf[one.client], use.service);
            auto &draft = drafts[number];
            const auto each = world.services[use.service]->billed[use.entry].each;
            draft.hasActiveLine = true;
            draft.billed += Wide{line.quantity.raw()} * each.raw();
            if (line.billable && each == Decimal::fromInt(1) && isBetter(line, one.months, draft.adjustable))
                draft.adjustable = {&line, one.months};
            drafts.lines.push_back({number, use.entry, &line});
        }
    }
}

} // namespace br
