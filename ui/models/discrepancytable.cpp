#include "ui/models/discrepancytable.h"

#include "core/base/text.h"
#include "ui/models/cells.h"
#include "ui/models/ordering.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace br {

namespace {

using C = DiscrepancyColumns;

std::vector<Column> tableColumns()
{
    const auto text = [](const char *sentence) { return DiscrepancyTable::tr(sentence); };
    return {
        {.id = u"state"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "State")), .kind = CellKind::State, .width = 11},
        {.id = u"kind"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Kind")), .kind = CellKind::Kind, .width = 19},
        {.id = u"client"_s,
            .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Client")),
            .width = 21,
            .stretches = true,
            .cutsMiddle = false},
        {.id = u"subject"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Service")), .width = 21, .stretches = true},
        {.id = u"billed"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Billed")), .kind = CellKind::Number, .width = 7},
        {.id = u"counted"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Counted")), .kind = CellKind::Number, .width = 8},
        {.id = u"difference"_s,
            .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Diff.")),
            .kind = CellKind::Number,
            .width = 7,
            .tip = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Counted less billed"))},
        {.id = u"change"_s,
            .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Quantity")),
            .kind = CellKind::Number,
            .width = 10,
            .shown = false,
            .tip = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Billed → counted; sorted by the difference"))},
        {.id = u"impact"_s,
            .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Per month")),
            .kind = CellKind::Money,
            .width = 14,
            .tip = text(QT_TRANSLATE_NOOP(
                "br::DiscrepancyTable", "Money a month: + is not billed today, − is billed too much. Sorted by size, whatever the sign."))},
        {.id = u"source"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Source")), .width = 14, .shown = false},
        {.id = u"since"_s,
            .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Since / until")),
            .kind = CellKind::Date,
            .width = 11,
            .shown = false},
        {.id = u"notes"_s,
            .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Notes")),
            .kind = CellKind::Number,
            .width = 6,
            .shown = false},
        {.id = u"decidedBy"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Decided by")), .width = 14, .shown = false},
        {.id = u"reason"_s, .title = text(QT_TRANSLATE_NOOP("br::DiscrepancyTable", "Reason")), .width = 24, .shown = false},
    };
}

std::optional<Units> unitsOf(const C &columns, C::Number which, size_t at)
{
    const auto raw = columns.numbers[which][at];
    return raw == C::unknown ? std::nullopt : std::optional(Units::fromRaw(raw));
}

bool isOpenState(State state) { return state == State::Open || state == State::InReview || state == State::Outdated; }

} // namespace

DiscrepancyTable::DiscrepancyTable(QObject *parent)
    : TableModel(tableColumns(), parent)
{
}

void DiscrepancyTable::setRows(C rows)
{
    changeOrder([&] {
        m_columns = std::move(rows);
        const bool isOneCurrency = m_columns.currencies.size() == 2;
        setShownTitle(ImpactColumn, isOneCurrency ? tr("%1 a month").arg(toQString(m_columns.currencies[1].code())) : tr("Per month"));
        m_order = stableOrder(keysOf(sortColumn(), sortOrder() == Qt::DescendingOrder));
        showPassing();
    });
}

void DiscrepancyTable::setQuery(const Query &query)
{
    changeOrder([&] {
        m_query = query;
        showPassing();
    });
}

void DiscrepancyTable::replaceRows(const std::vector<DiscrepancyRow> &rows)
{
    std::unordered_map<std::string, const DiscrepancyRow *> wanted;
    for (const auto &row : rows)
        wanted.emplace(row.key, &row);
    const auto replaceAt = [&](size_t at) {
        if (const auto found = wanted.find(m_columns.key(at)); found != wanted.end()) {
            m_columns.replace(at, *found->second);
            wanted.erase(found);
        }
    };
    changeOrder([&] {
        for (size_t i = 0; i < m_shown.size() && !wanted.empty(); ++i)
            replaceAt(m_shown[i]);
        for (size_t at = 0; at < m_columns.size() && !wanted.empty(); ++at)
            replaceAt(at);
        m_order = stableOrder(keysOf(sortColumn(), sortOrder() == Qt::DescendingOrder));
        showPassing();
    });
}

void DiscrepancyTable::showPassing()
{
    m_fails = failBits(m_query, m_columns);
    m_shown.clear();
    m_shown.reserve(m_order.size());
    for (const auto row : m_order) {
        if (m_fails[row] == 0)
            m_shown.push_back(row);
    }
}

void DiscrepancyTable::reorder(int column, Qt::SortOrder order)
{
    m_order = stableOrder(keysOf(column, order == Qt::DescendingOrder));
    m_shown.clear();
    for (const auto row : m_order) {
        if (m_fails[row] == 0)
            m_shown.push_back(row);
    }
}

std::vector<uint64_t> DiscrepancyTable::keysOf(int column, bool descending) const
{
    std::vector<uint64_t> keys(m_columns.size(), 0);
    const auto by = [&](auto key) {
        for (size_t at = 0; at < keys.size(); ++at)
            keys[at] = key(at);
    };
    const auto byNumber
        = [&](C::Number which) { by([&](size_t at) { return orderKey(m_columns.numbers[which][at], C::unknown, descending); }); };
    const auto byText = [&](C::Text which) {
        const auto places = alphabetKeys(m_columns.dictionaries[which], descending);
        by([&](size_t at) { return places[m_columns.texts[which][at]]; });
    };
    switch (column) {
    case StateColumn:
        by([&](size_t at) { return orderKey(m_columns.state[at], C::unknown, descending); });
        break;
    case KindColumn: {
        Dictionary words;
        std::array<uint32_t, kindCount> codes{};
        for (size_t kind = 0; kind < kindCount; ++kind)
            codes[kind] = words.add(toUtf8(kindWord(static_cast<Kind>(kind))));
        const auto places = alphabetKeys(words, descending);
        by([&](size_t at) { return places[codes[m_columns.kind[at]]]; });
        break;
    }
    case ClientColumn:
        byText(C::Client);
        break;
    case SubjectColumn: {
        // Services first, then what has none: products, meters, accounts, each by its alphabet.
        std::vector<std::pair<C::Text, std::vector<uint64_t>>> places;
        for (const auto which : {C::Service, C::Product, C::Meter, C::Account, C::Source})
            places.emplace_back(which, alphabetKeys(m_columns.dictionaries[which], descending));
        by([&](size_t at) {
            uint64_t group = 0;
            for (const auto &[which, keysOfText] : places) {
                if (const auto code = m_columns.texts[which][at]; code != 0)
                    return (group << 32) + keysOfText[code];
                ++group;
            }
            return lastKey;
        });
        break;
    }
    case BilledColumn:
        byNumber(C::Billed);
        break;
    case CountedColumn:
        byNumber(C::Counted);
        break;
    case DifferenceColumn:
    case ChangeColumn:
        byNumber(C::Difference);
        break;
    case ImpactColumn:
        by([&](size_t at) {
            const auto raw = m_columns.numbers[C::Impact][at];
            return raw == C::unknown ? lastKey : orderKey(raw < 0 ? -raw : raw, C::unknown, descending);
        });
        break;
    case SourceColumn:
        byText(C::Sources);
        break;
    case SinceColumn:
        by([&](size_t at) {
            const auto since = m_columns.dates[C::Since][at];
            const auto until = m_columns.dates[C::CommittedUntil][at];
            const int64_t day = since != C::noDay ? Period::fromIndex(since).firstDay().number() : until != C::noDay ? until : C::unknown;
            return orderKey(day, C::unknown, descending);
        });
        break;
    case NotesColumn:
        by([&](size_t at) { return orderKey(m_columns.notes[at], C::unknown, descending); });
        break;
    case DecidedByColumn:
        byText(C::DecidedBy);
        break;
    case ReasonColumn:
        byText(C::Reason);
        break;
    default:
        break; // as given: by size of the money
    }
    return keys;
}

Cell DiscrepancyTable::clientCell(size_t at) const
{
    const auto &client = m_columns.text(C::Client, at);
    if (!client.label().empty())
        return textCell(client.label());
    return {.text = unknownText()};
}

Cell DiscrepancyTable::subjectCell(size_t at) const
{
    const auto label = [&](C::Text which) { return toQString(m_columns.text(which, at).label()); };
    const auto kind = static_cast<Kind>(m_columns.kind[at]);
    if (kind == Kind::MismatchedService)
        return textCell(u"%1 → %2"_s.arg(label(C::OtherService), label(C::Service)));
    for (const auto which : {C::Service, C::Product, C::Meter, C::Account, C::Source}) {
        if (m_columns.texts[which][at] == 0)
            continue;
        auto cell = textCell(label(which));
        if (kind == Kind::DuplicateSeat)
            cell.detail = label(C::Asset);
        else if (which == C::Meter && m_columns.texts[C::Account][at] != 0)
            cell.detail = label(C::Account);
        else if (which == C::Account || which == C::Meter)
            cell.detail = label(C::Source);
        return cell;
    }
    return {.text = unknownText()};
}

Cell DiscrepancyTable::sinceCell(size_t at) const
{
    if (const auto since = m_columns.dates[C::Since][at]; since != C::noDay)
        return {.text = periodText(Period::fromIndex(since)), .sort = qint64(since)};
    const auto until = m_columns.dates[C::CommittedUntil][at];
    return dayCell(until == C::noDay ? MaybeDay() : MaybeDay(Day::fromNumber(until)));
}

Cell DiscrepancyTable::cell(int shown, int column) const
{
    auto result = plainCell(at(shown), column);
    result.isQuiet = !isOpen(shown);
    return result;
}

Cell DiscrepancyTable::plainCell(size_t row, int column) const
{
    switch (column) {
    case StateColumn:
        return stateCell(static_cast<State>(m_columns.state[row]));
    case KindColumn:
        return kindCell(static_cast<Kind>(m_columns.kind[row]));
    case ClientColumn:
        return clientCell(row);
    case SubjectColumn:
        return subjectCell(row);
    case BilledColumn:
        return numberCell(unitsOf(m_columns, C::Billed, row));
    case CountedColumn:
        return numberCell(unitsOf(m_columns, C::Counted, row));
    case DifferenceColumn:
        return differenceCell(unitsOf(m_columns, C::Difference, row));
    case ChangeColumn: {
        auto cell = differenceCell(unitsOf(m_columns, C::Difference, row));
        const auto billed = unitsOf(m_columns, C::Billed, row);
        const auto kind = static_cast<Kind>(m_columns.kind[row]);
        const bool isApproved = static_cast<State>(m_columns.state[row]) == State::Approved && isDifference(kind);
        auto counted = unitsOf(m_columns, kind == Kind::NotApplied ? C::Quantity : C::Counted, row);
        if (const auto target = m_columns.numbers[C::Target][row]; isApproved && target != C::unknown)
            counted = toUnits(Decimal::fromRaw(target)); // becomes what was approved
        if (billed || counted)                           // kinds without two sides show the plain dash of the unknown difference
            cell.text = numberText(billed) + u" → "_s + numberText(counted);
        return cell;
    }
    case ImpactColumn: {
        auto cell = moneyCell(m_columns.impact(row), m_columns.currencies[m_columns.currency[row]]);
        if (m_columns.isEstimate[row]) {
            cell.detail = tr("estimate");
            cell.prefix = u"≈"_s;
        } else if (static_cast<Kind>(m_columns.kind[row]) == Kind::Commitment && cell.sort.isValid()) {
            cell.detail = tr("in all until its end, not a month");
            cell.prefix = tr("in all");
            cell.copy += u' ' + cell.prefix; // a text: a spreadsheet must not add it to the months
            cell.tip = tr("%1 in all until the commitment ends, not a month").arg(cell.text);
        }
        cell.isCodeInHeader = m_columns.currencies.size() <= 2; // none, and the one
        return cell;
    }
    case SourceColumn:
        return textCell(toQString(m_columns.text(C::Sources, row).id).replace(u"\n"_s, u", "_s));
    case SinceColumn:
        return sinceCell(row);
    case NotesColumn:
        return m_columns.notes[row] == 0 ? Cell{.text = {}, .sort = qint64(0)} : numberCell(m_columns.notes[row]);
    case DecidedByColumn:
        return textCell(m_columns.text(C::DecidedBy, row).id);
    case ReasonColumn:
        return textCell(m_columns.text(C::Reason, row).id);
    default:
        return {};
    }
}

QString DiscrepancyTable::key(int shown) const { return toQString(keyOf(shown)); }
std::string DiscrepancyTable::keyOf(int shown) const { return m_columns.key(at(shown)); }
DiscrepancyRow DiscrepancyTable::row(int shown) const { return m_columns.row(at(shown)); }
State DiscrepancyTable::stateOf(int shown) const { return static_cast<State>(m_columns.state[at(shown)]); }
bool DiscrepancyTable::isOpen(int shown) const { return isOpenState(stateOf(shown)); }

int DiscrepancyTable::shownRowOf(const std::string &wanted) const
{
    for (int shown = 0; shown < rows(); ++shown) {
        if (keyOf(shown) == wanted)
            return shown;
    }
    return -1;
}

int DiscrepancyTable::nextOpen(int shown) const
{
    const int count = rows();
    for (int i = 0; i < count; ++i) {
        const int candidate = (std::max(shown, 0) + i) % count;
        if (isOpen(candidate))
            return candidate;
    }
    return -1;
}

int DiscrepancyTable::rowOfIdentity(size_t identity) const
{
    const auto found = std::ranges::find(m_shown, static_cast<uint32_t>(identity));
    return found == m_shown.end() ? -1 : static_cast<int>(found - m_shown.begin());
}

} // namespace br
