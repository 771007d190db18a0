#include "ui/widgets/traceview.h"

#include "core/base/text.h"
#include "core/words/namedtrace.h"
#include "core/words/words.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace br {

namespace {

enum ItemRole { QuietStepRole = Qt::UserRole, NameStepRole };
constexpr int mostNames = 500;

// Steps that only tell, and neither add nor take off.
bool isNote(TraceCode code)
{
    switch (code) {
    case TraceCode::NotLive:
    case TraceCode::FilteredOut:
    case TraceCode::UnknownClass:
    case TraceCode::UnknownStatus:
    case TraceCode::SameKey:
    case TraceCode::SourceMissing:
    case TraceCode::NoLinkedAccount:
    case TraceCode::NotRead:
    case TraceCode::TooLarge:
    case TraceCode::HandedOver:
        return true;
    default:
        return false;
    }
}

QString amountOf(const TraceStep &step)
{
    switch (step.code) {
    case TraceCode::BilledLine:
        return numberText(step.amount);
    case TraceCode::Counted:
        return signedNumberText(step.amount);
    case TraceCode::Exception:
    case TraceCode::Included:
        return signedNumberText(-step.amount.abs());
    case TraceCode::Combined:
        return u"= "_s + numberText(step.running);
    case TraceCode::Minimum:
    case TraceCode::Pack:
        return u"→ "_s + numberText(step.running);
    default:
        return u"("_s + numberText(step.amount) + u")"_s;
    }
}

bool standsBehind(const AssetRow &asset, const TraceStep &step)
{
    if (asset.entry != step.entry)
        return false;
    switch (step.code) {
    case TraceCode::Counted:
        return asset.verdict == Verdict::Counted || asset.verdict == Verdict::CountedOnce;
    case TraceCode::NotLive:
        return asset.verdict == Verdict::NotLive;
    case TraceCode::FilteredOut:
        return asset.verdict == Verdict::FilteredOut;
    case TraceCode::UnknownClass:
        return asset.verdict == Verdict::UnknownClass;
    case TraceCode::UnknownStatus:
        return asset.verdict == Verdict::UnknownStatus;
    default:
        return false;
    }
}

QString nameLine(const AssetRow &row)
{
    QStringList parts{toQString(row.asset.name.empty() ? row.asset.id.text : row.asset.name)};
    if (!row.asset.assetClass.empty())
        parts << toQString(row.asset.assetClass);
    if (!row.asset.status.empty())
        parts << toQString(row.asset.status);
    if (row.asset.ended)
        parts << TraceView::tr("ended %1").arg(dayText(row.asset.ended));
    else if (row.asset.lastSeen)
        parts << TraceView::tr("seen %1").arg(dayText(row.asset.lastSeen));
    if (row.isStale)
        parts << TraceView::tr("stale");
    return parts.join(u" · "_s);
}

class StepDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *tree = qobject_cast<const QTreeWidget *>(option.widget);
        const QFontMetrics metrics(typeFont(index.data(NameStepRole).toBool() ? Type::Caption : Type::Body));
        const int width = tree ? textWidth(*tree, index) : 200;
        const auto needed = metrics.boundingRect(QRect(0, 0, width, 1000), Qt::TextWordWrap, index.siblingAtColumn(0).data().toString());
        return {width, std::max(metrics.height(), needed.height()) + 6};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isName = index.siblingAtColumn(0).data(NameStepRole).toBool();
        if (option.state & (QStyle::State_HasFocus | QStyle::State_Selected))
            painter->fillRect(option.rect, tone(Tone::Hover));
        const bool isFigure = index.column() == 1;
        painter->setFont(typeFont(isName ? Type::Caption : isFigure ? Type::Figure : Type::Body));
        const bool isQuiet = isName || index.siblingAtColumn(0).data(QuietStepRole).toBool();
        painter->setPen(tone(isQuiet ? Tone::Muted : Tone::Text));
        auto area = option.rect.adjusted(2, 3, -4, -3);
        painter->drawText(area,
            static_cast<int>((isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop) | (isFigure ? 0 : Qt::TextWordWrap),
            index.data().toString());
    }

private:
    static int textWidth(const QTreeWidget &tree, const QModelIndex &index)
    {
        const int depth = index.parent().isValid() ? 2 : 1;
        return std::max(80, tree.columnWidth(0) - depth * tree.indentation() - 6);
    }
};

} // namespace

TraceView::TraceView(QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"traceView"_s);
    setAccessibleName(tr("How the number came about"));
    setItemDelegate(new StepDelegate(this));
    setColumnCount(2);
    setHeaderHidden(true);
    setIndentation(14);
    setUniformRowHeights(false);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(u"QTreeView { border: none; background: transparent; }"_s);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(20);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, 74);
    connect(this, &QTreeWidget::itemClicked, this, [](QTreeWidgetItem *item) { item->setExpanded(!item->isExpanded()); });
    connect(this, &QTreeWidget::itemExpanded, this, &TraceView::fit);
    connect(this, &QTreeWidget::itemCollapsed, this, &TraceView::fit);
}

void TraceView::showTrace(const Trace &trace)
{
    clear();
    m_trace = trace;
    for (const auto &step : trace) {
        auto *item = new QTreeWidgetItem(this, QStringList{toQString(stepText(step)), amountOf(step)});
        item->setData(0, QuietStepRole, isNote(step.code) || step.code == TraceCode::BilledLine);
        item->setToolTip(0, item->text(0));
    }
    fit();
}

void TraceView::showNames(const PositionDetail &detail)
{
    if (Trace named = namedTrace(detail); named != m_trace)
        showTrace(named);
    for (size_t i = 0; i < m_trace.size(); ++i) {
        auto *item = topLevelItem(static_cast<int>(i));
        int shown = 0;
        int hidden = 0;
        for (const auto &asset : detail.assets) {
            if (!standsBehind(asset, m_trace[i]))
                continue;
            if (shown >= mostNames) {
                ++hidden;
                continue;
            }
            ++shown;
            auto *name = new QTreeWidgetItem(item, QStringList{nameLine(asset)});
            name->setData(0, NameStepRole, true);
            name->setToolTip(0, u"%1 · %2"_s.arg(toQString(asset.accountName), toQString(asset.meterName)));
        }
        if (hidden > 0) {
            auto *more = new QTreeWidgetItem(item, QStringList{tr("and %n more", nullptr, hidden)});
            more->setData(0, NameStepRole, true);
        }
    }
    fit();
}

int TraceView::namesBehind(int step) const { return topLevelItem(step) ? topLevelItem(step)->childCount() : 0; }

QSize TraceView::sizeHint() const { return {300, std::max(30, minimumHeight())}; }

void TraceView::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit(); // other lines wrap now
}

void TraceView::fit()
{
    doItemsLayout();
    int height = 4;
    for (auto *item = topLevelItem(0); item; item = itemBelow(item))
        height += visualItemRect(item).height();
    setFixedHeight(height);
}

} // namespace br
