#include "ui/pages/discrepancies/room/room.h"

#include "core/base/text.h"
#include "ui/models/cells.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/detailpane.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/pages/discrepancies/room/viewsbutton.h"
#include "ui/theme/theme.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/facetpane.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/querychips.h"
#include "ui/widgets/searchbar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace br {

Room::Room(QWidget *parent)
    : QWidget(parent)
    , m_table(new DiscrepancyTable(this))
    , m_list(new ListTable(u"discrepancies"_s, tr("Discrepancies"), this))
    , m_triage(new Triage(m_list))
    , m_strip(new DifferenceStrip(this))
    , m_search(new SearchBar(this))
    , m_chips(new QueryChips(this))
    , m_views(new ViewsButton(this))
    , m_facets(new FacetPane(this))
    , m_detail(new DetailPane(*m_triage, this))
    , m_empty(new EmptyState(this))
    , m_middle(new QStackedWidget(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_count(new QLabel(this))
    , m_message(new QLabel(this))
    , m_clear(new QToolButton(this))
    , m_filters(new QToolButton(this))
    , m_undo(new QToolButton(this))
    , m_reconcile(new QToolButton(this))
    , m_searchLine(new QWidget(this))
{
    setObjectName(u"discrepancyRoom"_s);
    build();
    m_list->setTable(m_table);
    connectParts();
    connectViews();
    connectActs();
    m_list->sortByColumn(DiscrepancyTable::ImpactColumn, Qt::DescendingOrder);
    refreshCounts();
    refreshActs();
}

void Room::build()
{
    m_count->setObjectName(u"rowCount"_s);
    m_count->setFont(typeFont(Type::Strong));
    m_clear->setObjectName(u"clearFilter"_s);
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setIcon(themeIcon(u"clear"_s));
    m_clear->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::StrongFocus);
    m_message->setObjectName(u"roomMessage"_s);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumSize(1, m_message->fontMetrics().height()); // a long refusal must not make the window larger than the screen
    m_message->setMaximumHeight(6 * m_message->fontMetrics().lineSpacing());
    m_message->setContentsMargins(space::small, space::tight, space::small, space::tight);
    m_message->setAutoFillBackground(true);
    m_message->hide();

    auto *searchLine = new QHBoxLayout(m_searchLine);
    searchLine->setContentsMargins(space::small, space::small, space::small, space::small);
    searchLine->setSpacing(space::medium);
    m_filters->setDefaultAction(m_triage->filters);
    m_filters->setObjectName(u"filtersButton"_s);
    m_filters->setAccessibleName(m_triage->filters->text());
    m_filters->setFocusPolicy(Qt::StrongFocus);
    searchLine->addWidget(m_views);
    searchLine->addWidget(m_filters);
    searchLine->addWidget(m_search, 1);
    searchLine->addWidget(m_count);
    searchLine->addWidget(m_clear);
    m_undo->setDefaultAction(m_triage->undo);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setAccessibleName(m_triage->undo->text());
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_undo->setAutoRaise(true);
    m_undo->setFocusPolicy(Qt::StrongFocus);
    searchLine->addWidget(m_undo);
    m_reconcile->setObjectName(u"reconcileAgain"_s);
    m_reconcile->setText(tr("Reconcile again"));
    m_reconcile->setAccessibleName(m_reconcile->text());
    m_reconcile->setStyleSheet(primaryButtonStyle());
    m_reconcile->hide();
    searchLine->addWidget(m_reconcile);

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTypeAhead(false); // letters decide here
    setFocusProxy(m_list);
    m_middle->addWidget(m_list);
    m_middle->addWidget(m_empty);
    m_splitter->setObjectName(u"roomSplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_facets);
    m_splitter->addWidget(m_middle);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_facets->setMinimumWidth(150);
    m_middle->setMinimumWidth(360);
    m_detail->setMinimumWidth(280);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_searchLine);
    layout->addWidget(m_chips);
    layout->addWidget(m_message);
    layout->addWidget(m_splitter, 1);
    m_triage->searchOn(this);
    setTabOrder(m_search->edit(), m_facets);
    setTabOrder(m_facets, m_list);
    setTabOrder(m_list, m_detail);
}

void Room::connectParts()
{
    connect(m_search, &SearchBar::queryChanged, this, &Room::applyQuery);
    connect(m_search, &SearchBar::leaveRequested, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_clear, &QToolButton::clicked, this, [this] { showQuery({}); });
    connect(m_reconcile, &QToolButton::clicked, this, &Room::reconcileWanted);
    connect(m_strip, &DifferenceStrip::queryRequested, this, &Room::showQuery);
    connect(m_strip, &DifferenceStrip::positionsRequested, this, &Room::positionsWanted);
    connect(m_facets, &FacetPane::acted, this, [this](Facet facet, const QString &value, FacetAct act) {
        showQuery(toQString(withFacet(m_search->query(), facet, toUtf8(value), act)));
    });
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isSplitByHand = true; });
    connect(m_list, &ListTable::cursorMoved, this, &Room::showCursor);
    connect(m_table, &TableModel::orderChanged, this, &Room::refreshCounts);
    connect(m_empty, &EmptyState::acted, this, [this] {
        if (m_stage == Stage::NoWorkspace)
            emit openWanted();
        else if (m_stage == Stage::NoData)
            emit sourcesWanted();
        else if (m_stage == Stage::NotReconciled || m_stage == Stage::Outdated)
            emit reconcileWanted();
        else
            showQuery({});
    });
    m_search->setValues([this](const QString &field, const QString &typed) {
        QStringList offers;
        const auto facet = facetOfField(toUtf8(field));
        if (!facet)
            return offers;
        const auto facets = m_table->facets(); // a value: it must outlive the loop
        for (const auto &value : facets.values[static_cast<size_t>(*facet)]) {
            const auto text = toQString(value.value);
            if (text.contains(typed, Qt::CaseInsensitive))
                offers << text;
        }
        return offers;
    });
}

void Room::setStage(Stage stage, const QString &period)
{
    m_stage = stage;
    m_period = period;
    refreshEmpty();
    refreshActs();
}

void Room::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    m_views->setReadOnly(isReadOnly);
    m_detail->setReadOnly(isReadOnly);
    refreshActs();
}

void Room::setFirstDay(Day firstDayOfNextPeriod)
{
    m_from = firstDayOfNextPeriod;
    m_detail->setFirstDay(firstDayOfNextPeriod);
}

void Room::showRows(DiscrepancyColumns rows)
{
    const auto before = m_list->cursorRow() >= 0 ? m_table->keyOf(m_list->cursorRow()) : std::string();
    const auto detailed = m_detail->key();
    m_isTicking = false;
    m_table->setRows(std::move(rows));
    putCursor(before);
    showCursor();
    readAgain(detailed);
    fitColumns();
    refreshEmpty();
}

void Room::showStrip(const StripNumbers &numbers) { m_strip->showNumbers(numbers); }

void Room::showQuery(const QString &query)
{
    m_search->setText(query);
    m_list->setFocus();
}

// On the same row where it is still shown, else on the first that is open.
void Room::putCursor(const std::string &key)
{
    int row = key.empty() ? -1 : m_table->shownRowOf(key);
    if (row < 0)
        row = m_table->rowCount() > 0 ? std::max(0, m_table->nextOpen(0)) : -1;
    m_list->setCursorRow(row);
}

void Room::applyQuery()
{
    const auto before = m_list->cursorRow() >= 0 ? m_table->keyOf(m_list->cursorRow()) : std::string();
    m_isTicking = false;
    m_table->setQuery(m_search->query());
    putCursor(before);
    showCursor();
    refreshEmpty();
}

void Room::refreshCounts()
{
    const int shown = m_table->rowCount();
    const int all = m_table->totalRows();
    m_count->setText(shown == all ? rowsText(all) : tr("%1 of %2").arg(countText(shown), rowsText(all)));
    m_clear->setVisible(!m_search->text().isEmpty());
    m_chips->showQuery(m_search->query());
    m_facets->showFacets(m_table->facets(), m_search->query());
}

void Room::refreshEmpty()
{
    if (m_stage == Stage::NoWorkspace)
        m_empty->show(
            u"folder"_s, tr("No workspace is open"), tr("Open one, or try the sample to see what a month looks like."), tr("Open…"));
    else if (m_stage == Stage::NoData)
        m_empty->show(u"nav-sources"_s,
            m_period.isEmpty() ? tr("Nothing to compare yet") : tr("Nothing was compared for %1 yet").arg(m_period),
            tr("Bring in the PSA's agreements and at least one vendor's counts for this month."), tr("To the sources"));
    else if (m_stage == Stage::NotReconciled)
        m_empty->show(u"reconcile"_s, tr("%1 has not been reconciled yet").arg(m_period),
            tr("The files are in. Reconcile compares what is billed with what is counted."), tr("Reconcile"));
    else if (m_table->totalRows() == 0)
        m_empty->show(u"inbox-done"_s, tr("Nothing differs in %1").arg(m_period),
            tr("All that is checked is billed as it is counted. Accounts and meters without a match are shown on Mapping."));
    else if (m_table->rowCount() == 0)
        m_empty->show(u"filter"_s, tr("The filter hides all of %1").arg(rowsText(m_table->totalRows())),
            tr("Nothing fits “%1”.").arg(m_search->text()), tr("Clear the filter"));
    const bool hasRows = (m_stage == Stage::Ready || m_stage == Stage::Outdated) && m_table->rowCount() > 0;
    m_middle->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_list) : m_empty);
    const bool hasData = (m_stage == Stage::Ready || m_stage == Stage::Outdated) && m_table->totalRows() > 0;
    fitFacets();
    m_detail->setVisible(hasData);
    m_searchLine->setVisible(hasData);
    m_chips->setVisible(hasData && !m_search->query().isEmpty());
    m_reconcile->setVisible(m_stage == Stage::Outdated && !m_isReadOnly);
    m_strip->setVisible(m_stage == Stage::Ready || m_stage == Stage::Outdated);
    if (m_stage == Stage::Outdated)
        showMessage(tr("Files or rules have changed since this month was reconciled. Reconcile again to see them."), false);
    else if (m_stage == Stage::Ready && hasData && openRows() == 0)
        showMessage(tr("All rows of %1 are decided. Approved ones are ready to be exported.").arg(m_period), false);
    else
        showMessage({}, false);
}

void Room::showMessage(const QString &text, bool isBad)
{
    auto palette = m_message->palette();
    palette.setColor(QPalette::WindowText, tone(isBad ? Tone::Bad : Tone::Text));
    palette.setColor(QPalette::Window, tone(isBad ? Tone::Fill : Tone::Selection));
    m_message->setPalette(palette);
    m_message->setText(text);
    m_message->setToolTip(text); // whole, where it is cut
    m_message->setVisible(!text.isEmpty());
}

void Room::showCursor()
{
    const int row = m_list->cursorRow();
    refreshActs();
    if (row < 0) {
        m_detail->clear();
        return;
    }
    const auto value = m_table->row(row);
    const bool isNew = value.key != m_detail->key();
    m_detail->showRow(value);
    if (isNew)
        emit detailWanted(value);
}

// The row that was shown before and still is has other numbers or another decision: what stands behind it is read once more.
void Room::readAgain(const std::string &before)
{
    if (m_list->cursorRow() >= 0 && m_detail->key() == before)
        emit detailWanted(m_table->row(m_list->cursorRow()));
}

void Room::showPosition(const std::string &key, const PositionDetail &detail)
{
    if (key == m_detail->key())
        m_detail->showPosition(detail);
}

void Room::showHistory(const std::string &key, const std::vector<Decision> &decisions, const std::vector<Note> &notes)
{
    if (key == m_detail->key())
        m_detail->showHistory(decisions, notes);
}

void Room::showPast(const std::string &key, const PastMonths &past)
{
    if (key == m_detail->key())
        m_detail->showPast(past);
}

int Room::openRows() const { return m_table->allTotals().open; }

// Where the list would have to scroll sideways, the filters make room: the search can say all that they can.
void Room::fitFacets()
{
    constexpr int enoughForAll = 1040;
    const bool hasRoom = width() >= enoughForAll;
    const bool areShown = m_areFacetsWanted.value_or(hasRoom);
    const bool hasData = (m_stage == Stage::Ready || m_stage == Stage::Outdated) && m_table->totalRows() > 0;
    m_facets->setVisible(hasData && areShown);
    m_filters->setVisible(!hasRoom || !areShown);
    m_triage->filters->setChecked(areShown);
}

// What a narrow window can spare goes first: the word of the state (its icon and tip stay).
void Room::fitColumns()
{
    const bool isNarrow = width() < 1360;
    m_table->setShownTitle(DiscrepancyTable::StateColumn, isNarrow ? QString() : m_table->columns()[DiscrepancyTable::StateColumn].title);
    m_list->setColumnWidthById(u"state"_s, isNarrow ? 28 : 108);
    m_list->setColumnWidthById(u"kind"_s, isNarrow ? std::clamp(m_list->wantedWidth(u"kind"_s), 134, 160) : 196);
    m_list->setColumnWidthById(u"impact"_s, isNarrow ? 98 : 136);
    // Both quantities are to be read: "1,200 → 1,300" needs more than "12 → 13".
    m_list->setColumnWidthById(u"change"_s, std::clamp(m_list->wantedWidth(u"change"_s), 78, 140));
    for (const auto &id : {u"billed"_s, u"counted"_s, u"difference"_s}) {
        m_list->setColumnWidthById(id, 76);
        m_list->suggestColumnShown(id, !isNarrow);
    }
    m_list->suggestColumnShown(u"change"_s, isNarrow);
    m_facets->setMoneyShown(!isNarrow);
    if (m_isFittedNarrow != isNarrow && !m_isSplitByHand) { // a person's own split stands
        m_isFittedNarrow = isNarrow;
        const int facets = isNarrow ? 204 : 262;
        const int detail = isNarrow ? 284 : 430;
        m_splitter->setSizes({facets, std::max(360, width() - facets - detail), detail});
    }
}

void Room::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (isVisible()) {
        fitFacets();
        fitColumns();
    }
}

void Room::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitFacets();
    fitColumns();
}

} // namespace br
