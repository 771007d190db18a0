#include "ui/widgets/facetpane.h"

#include "core/base/text.h"
#include "ui/delegates/looks.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace br {

namespace {

enum ItemRole { FacetRole = Qt::UserRole, ValueRole, CodeOfRole, MarkRole }; // mark: 1 included, -1 excluded, 2 title, 3 more
constexpr int firstValues = 8;
constexpr int mostValues = 200;

QString facetTitle(Facet facet)
{
    switch (facet) {
    case Facet::Kind:
        return FacetPane::tr("Kind");
    case Facet::State:
        return FacetPane::tr("State");
    case Facet::Client:
        return FacetPane::tr("Client");
    case Facet::Service:
        return FacetPane::tr("Service");
    case Facet::Source:
        return FacetPane::tr("Source");
    }
    return {};
}

// Whole units in the pane, the exact sum in the tip.
QString shortMoney(const std::vector<Money> &money)
{
    if (money.empty())
        return {};
    const auto whole = Decimal::fromInt((money.front().amount.raw() + (money.front().amount.sign() * Decimal::one / 2)) / Decimal::one);
    auto text = bareAmountText(whole, Currency(), true);
    text.truncate(text.size() - 3); // ".00"
    return money.size() > 1 ? text + u" …"_s : text;
}

class FacetDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool isTitle = index.siblingAtColumn(0).data(MarkRole).toInt() == 2;
        static const QFontMetrics metrics(typeFont(Type::Figure));
        const int width = index.column() == 0 ? 80 : metrics.horizontalAdvance(index.data().toString()) + space::small + space::tight;
        return {width, isTitle ? 32 : 23};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto first = index.siblingAtColumn(0);
        const int mark = first.data(MarkRole).toInt();
        const bool isTitle = mark == 2;
        if (!isTitle) {
            if (mark == 1)
                painter->fillRect(option.rect, tone(Tone::Selection));
            else if (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus))
                painter->fillRect(option.rect, tone(Tone::Hover));
        }
        // The keyboard's place, across the row.
        const auto *tree = qobject_cast<const QTreeView *>(option.widget);
        if (tree && tree->hasFocus() && tree->currentIndex().siblingAtColumn(0) == first) {
            painter->setPen(QPen(tone(Tone::Accent), 2));
            painter->drawLine(option.rect.topLeft() + QPoint(0, 1), option.rect.topRight() + QPoint(0, 1));
            painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        }
        auto area = option.rect.adjusted(index.column() == 0 ? space::small : 0, isTitle ? 8 : 0, -space::small, 0);
        const auto font = typeFont(isTitle ? Type::Strong : index.column() == 0 ? Type::Body : Type::Figure);
        painter->setFont(font);
        auto color = tone(isTitle || index.column() > 0 || mark == 3 ? Tone::Muted : Tone::Text);
        if (mark == 3)
            color = tone(Tone::Accent);
        if (index.column() == 0 && !isTitle && mark != 3) {
            const int code = first.data(CodeOfRole).toInt();
            const auto facet = static_cast<Facet>(first.data(FacetRole).toInt());
            const QRect place(area.left(), area.center().y() - 6, 13, 13);
            if (mark == -1)
                themeIcon(u"clear"_s, Tone::Bad).paint(painter, place);
            else if (facet == Facet::Kind)
                themeIcon(kindIconName(static_cast<Kind>(code)), kindTone(static_cast<Kind>(code))).paint(painter, place);
            else if (facet == Facet::State)
                themeIcon(stateIconName(static_cast<State>(code)), stateTone(static_cast<State>(code))).paint(painter, place);
            else if (mark == 1)
                themeIcon(u"approve"_s, Tone::Accent).paint(painter, place);
            if (facet == Facet::Kind || facet == Facet::State || mark != 0)
                area.setLeft(area.left() + 19);
        }
        painter->setPen(color);
        auto drawn = font;
        drawn.setStrikeOut(mark == -1 && index.column() == 0);
        painter->setFont(drawn);
        const auto alignment = index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight;
        const auto text = QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, area.width());
        painter->drawText(area, static_cast<int>(alignment | Qt::AlignVCenter), text);
    }
};

} // namespace

FacetPane::FacetPane(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"facetPane"_s);
    setAccessibleName(tr("Filter by what the rows hold"));
    setItemDelegate(new FacetDelegate(this));
    setColumnCount(3);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setSelectionMode(NoSelection);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(u"QTreeView { border: none; background: palette(window); }"_s);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    connect(this, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *item) { actOn(item, FacetAct::Toggle); });
}

void FacetPane::showFacets(const FacetCounts &counts, const Query &query)
{
    m_counts = counts;
    m_query = query;
    const auto placeOf = [](const QTreeWidgetItem *item) {
        return item ? std::tuple(item->data(0, FacetRole), item->data(0, ValueRole), item->data(0, MarkRole).toInt() >= 2)
                    : std::tuple(QVariant(), QVariant(), false);
    };
    const auto place = placeOf(currentItem()); // the keyboard stays on the value that it has chosen
    clear();
    for (int f = 0; f < facetCount; ++f) {
        const auto facet = static_cast<Facet>(f);
        const auto &values = counts.values[static_cast<size_t>(f)];
        if (values.empty())
            continue;
        const auto choice = facetChoice(query, facet);
        const bool isChosen = !choice.included.empty() || !choice.excluded.empty();
        auto *title = new QTreeWidgetItem(this, QStringList{facetTitle(facet), QString(), isChosen ? tr("clear") : QString()});
        title->setData(0, FacetRole, f);
        title->setData(0, MarkRole, 2);
        title->setFirstColumnSpanned(false);
        const auto limit = m_opened.contains(f) ? mostValues : facet == Facet::Kind ? kindCount : firstValues;
        int shown = 0;
        for (const auto &value : values) {
            const bool isIn = choice.included.contains(value.value);
            const bool isOut = choice.excluded.contains(value.value);
            if (shown >= limit && !isIn && !isOut)
                continue;
            ++shown;
            const auto word = facet == Facet::Kind ? kindWord(static_cast<Kind>(value.code))
                : facet == Facet::State            ? stateWord(static_cast<br::State>(value.code))
                                                   : toQString(value.label);
            auto *item = new QTreeWidgetItem(this, QStringList{word, countText(value.rows), shortMoney(value.money)});
            item->setData(0, FacetRole, f);
            item->setData(0, ValueRole, toQString(value.value));
            item->setData(0, CodeOfRole, value.code);
            item->setData(0, MarkRole, isIn ? 1 : isOut ? -1 : 0);
            const auto tip = tr("%1: %2, %3 a month").arg(word, rowsText(value.rows), amountText(value.money, true));
            for (int c = 0; c < 3; ++c)
                item->setToolTip(c, tip);
            item->setData(0, Qt::AccessibleTextRole, isIn ? tr("%1, chosen").arg(tip) : isOut ? tr("%1, excluded").arg(tip) : tip);
        }
        if (const auto rest = static_cast<int>(values.size()) - shown; rest > 0) {
            auto *more = new QTreeWidgetItem(
                this, QStringList{m_opened.contains(f) ? tr("%n more; search for them", nullptr, rest) : tr("%n more…", nullptr, rest)});
            more->setData(0, FacetRole, f);
            more->setData(0, MarkRole, 3);
        }
    }
    for (int i = 0; i < topLevelItemCount(); ++i) {
        if (placeOf(topLevelItem(i)) == place) {
            setCurrentItem(topLevelItem(i));
            break;
        }
    }
}

void FacetPane::actOn(QTreeWidgetItem *item, FacetAct act)
{
    if (!item)
        return;
    const int facet = item->data(0, FacetRole).toInt();
    const int mark = item->data(0, MarkRole).toInt();
    if (mark == 2) {
        emit acted(static_cast<Facet>(facet), {}, FacetAct::Clear);
    } else if (mark == 3) {
        m_opened.insert(facet);
        showFacets(FacetCounts(m_counts), Query(m_query));
    } else {
        emit acted(static_cast<Facet>(facet), item->data(0, ValueRole).toString(), act);
    }
}

void FacetPane::contextMenuEvent(QContextMenuEvent *event)
{
    auto *item = itemAt(event->pos());
    if (!item || item->data(0, MarkRole).toInt() >= 2)
        return;
    QMenu menu(this);
    auto *only = menu.addAction(tr("Only “%1”").arg(item->text(0)));
    auto *exclude = menu.addAction(tr("Exclude “%1”").arg(item->text(0)));
    auto *clear = menu.addAction(tr("Clear this filter"));
    const auto *chosen = menu.exec(event->globalPos());
    if (chosen)
        actOn(item,
            chosen == only          ? FacetAct::Only
                : chosen == exclude ? FacetAct::Exclude
                : chosen == clear   ? FacetAct::Clear
                                    : FacetAct::Toggle);
}

void FacetPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        actOn(currentItem(), event->modifiers() & Qt::ShiftModifier ? FacetAct::Exclude : FacetAct::Toggle);
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace br
