#include "ui/widgets/listtable.h"

#include "ui/delegates/celldelegate.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace br {

namespace {

constexpr int layoutVersion = 1;

// A title is never cut, in any language; the mark of the order stands above it.
int titleWidth(const QString &title)
{
    static const QFontMetrics metrics(typeFont(Type::Body));
    return title.isEmpty() ? 0 : metrics.horizontalAdvance(title) + 2 * space::small + space::large;
}

int firstWidth(const Column &column)
{
    static const QFontMetrics metrics(typeFont(Type::Body));
    return std::max(column.width * metrics.averageCharWidth() + 2 * space::small, titleWidth(column.title));
}

} // namespace

ListTable::ListTable(const QString &viewId, const QString &accessible, QWidget *parent)
    : QTableView(parent)
    , m_viewId(viewId)
    , m_delegate(new CellDelegate(this))
    , m_copy(new QAction(themeIcon(u"copy"_s), tr("Copy"), this))
    , m_copyWithHeaders(new QAction(tr("Copy with headers"), this))
{
    setObjectName(viewId + u"Table"_s);
    setAccessibleName(accessible);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(space::rowHeight);
    auto *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(26);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns of %1").arg(accessible));
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(header, &QWidget::customContextMenuRequested, this, &ListTable::showHeaderMenu);
    connect(header, &QHeaderView::sectionMoved, this, &ListTable::saveLayout);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ListTable::saveLayout);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (m_isArranging || !(QGuiApplication::mouseButtons() & Qt::LeftButton))
            return;
        m_sizedByHand = true;
        saveLayout();
    });

    m_copy->setObjectName(u"copy"_s);
    m_copy->setShortcut(QKeySequence::Copy);
    m_copyWithHeaders->setObjectName(u"copyWithHeaders"_s);
    m_copyWithHeaders->setShortcut(QKeySequence(u"Ctrl+Shift+C"_s));
    for (auto *action : {m_copy, m_copyWithHeaders}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(m_copy, &QAction::triggered, this, [this] { copyRows(false); });
    connect(m_copyWithHeaders, &QAction::triggered, this, [this] { copyRows(true); });
}

void ListTable::setTable(TableModel *model)
{
    m_table = model;
    setModel(model);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ListTable::followCursor);
    connect(model, &QAbstractItemModel::modelReset, this, &ListTable::followCursor);
    resetLayout();
    restoreLayout();
    setSortingEnabled(true);
    shareRoom();
}

void ListTable::keyboardSearch(const QString &search)
{
    if (m_typeAhead)
        QTableView::keyboardSearch(search);
    else if (!search.trimmed().isEmpty())
        emit letterUnused(search);
}

std::vector<int> ListTable::selectedRows() const
{
    std::vector<int> rows;
    if (!selectionModel())
        return rows;
    for (const auto &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    const auto tail = std::ranges::unique(rows);
    rows.erase(tail.begin(), tail.end());
    return rows;
}

void ListTable::setCursorRow(int row)
{
    if (!m_table || row < 0 || row >= m_table->rowCount()) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    const int column = std::max(0, horizontalHeader()->logicalIndex(0));
    selectRow(row);
    scrollTo(m_table->index(row, column));
}

std::vector<int> ListTable::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns.push_back(logical);
    }
    return columns;
}

void ListTable::copyRows(bool withHeaders)
{
    if (m_table)
        QGuiApplication::clipboard()->setText(m_table->copied(selectedRows(), shownColumns(), withHeaders));
}

void ListTable::setColumnShown(const QString &id, bool shown)
{
    if (const int column = m_table ? m_table->columnOf(id) : -1; column >= 0) {
        setColumnHidden(column, !shown);
        m_chosenByHand = true;
        shareRoom();
    }
}

void ListTable::suggestColumnShown(const QString &id, bool shown)
{
    if (const int column = m_table ? m_table->columnOf(id) : -1; column >= 0 && !m_chosenByHand)
        setColumnHidden(column, !shown);
    shareRoom();
}

int ListTable::wantedWidth(const QString &id) const
{
    constexpr int looked = 200;
    const int column = m_table ? m_table->columnOf(id) : -1;
    int widest = 0;
    for (int row = 0; column >= 0 && row < std::min(looked, m_table->rowCount()); ++row)
        widest = std::max(widest, sizeHintForIndex(m_table->index(row, column)).width());
    return widest;
}

void ListTable::setColumnWidthById(const QString &id, int pixels)
{
    if (const int column = m_table ? m_table->columnOf(id) : -1; column >= 0 && !m_sizedByHand) {
        const QScopedValueRollback arranging(m_isArranging, true);
        setColumnWidth(column, std::max(pixels, titleWidth(m_table->headerData(column, Qt::Horizontal).toString())));
    }
    shareRoom();
}

void ListTable::showHeaderMenu(const QPoint &at)
{
    QMenu menu(this);
    menu.setObjectName(u"columnMenu"_s);
    for (size_t i = 0; i < m_table->columns().size(); ++i) {
        const auto &column = m_table->columns()[i];
        auto *action = menu.addAction(column.title);
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(static_cast<int>(i)));
        connect(action, &QAction::toggled, this, [this, id = column.id](bool on) {
            setColumnShown(id, on || shownColumns().size() == 1); // the last one stays
            saveLayout();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, [this] {
        resetLayout();
        shareRoom();
        saveLayout();
    });
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

// Columns that stretch take what the others leave, in the proportion of their first widths.
void ListTable::shareRoom()
{
    if (!m_table || m_sizedByHand || m_isArranging)
        return;
    const QScopedValueRollback arranging(m_isArranging, true);
    int used = 0;
    int wanted = 0;
    std::vector<int> stretching;
    for (const int c : shownColumns()) {
        const auto &column = m_table->columns()[static_cast<size_t>(c)];
        if (column.stretches) {
            stretching.push_back(c);
            wanted += firstWidth(column);
        } else {
            used += columnWidth(c);
        }
    }
    int left = viewport()->width() - used;
    for (const int c : stretching) {
        const int base = firstWidth(m_table->columns()[static_cast<size_t>(c)]);
        const int share = std::max(80, wanted > 0 ? left * base / wanted : 0);
        setColumnWidth(c, share);
    }
}

void ListTable::resetLayout()
{
    const QScopedValueRollback arranging(m_isArranging, true);
    m_sizedByHand = false;
    m_chosenByHand = false;
    for (int c = 0; c < m_table->columnCount(); ++c) {
        const auto &column = m_table->columns()[static_cast<size_t>(c)];
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), c);
        setColumnHidden(c, !column.shown);
        setColumnWidth(c, firstWidth(column));
    }
}

void ListTable::restoreLayout()
{
    QSettings settings;
    settings.beginGroup(u"tables/"_s + m_viewId);
    if (settings.value(u"version"_s).toInt() != layoutVersion)
        return;
    const QScopedValueRollback arranging(m_isArranging, true);
    m_sizedByHand = settings.value(u"sizedByHand"_s).toBool();
    m_chosenByHand = settings.value(u"chosenByHand"_s).toBool();
    int visual = 0;
    const auto entries = settings.value(u"columns"_s).toStringList(); // "id,width,shown"
    for (const auto &entry : entries) {
        const auto parts = entry.split(u',');
        const int c = parts.size() == 3 ? m_table->columnOf(parts[0]) : -1;
        if (c < 0)
            continue; // a column of another version
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(c), visual++);
        if (m_sizedByHand)
            setColumnWidth(c, std::clamp(parts[1].toInt(), 26, 1200));
        if (m_chosenByHand)
            setColumnHidden(c, parts[2] != u"1"_s);
    }
    if (const int c = m_table->columnOf(settings.value(u"sort"_s).toString()); c >= 0)
        horizontalHeader()->setSortIndicator(c, settings.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ListTable::saveLayout()
{
    if (!m_table || m_isArranging)
        return;
    QStringList entries;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int c = horizontalHeader()->logicalIndex(visual);
        entries << u"%1,%2,%3"_s.arg(m_table->columns()[static_cast<size_t>(c)].id).arg(columnWidth(c)).arg(isColumnHidden(c) ? 0 : 1);
    }
    QSettings settings;
    settings.beginGroup(u"tables/"_s + m_viewId);
    settings.setValue(u"version"_s, layoutVersion);
    settings.setValue(u"columns"_s, entries);
    settings.setValue(u"sizedByHand"_s, m_sizedByHand);
    settings.setValue(u"chosenByHand"_s, m_chosenByHand);
    const int sorted = horizontalHeader()->sortIndicatorSection();
    if (sorted >= 0 && sorted < m_table->columnCount()) {
        settings.setValue(u"sort"_s, m_table->columns()[static_cast<size_t>(sorted)].id);
        settings.setValue(u"descending"_s, horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder);
    }
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareRoom();
}

void ListTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    const int previous = std::exchange(m_hovered, row);
    m_delegate->setHoveredRow(row);
    for (const int r : {previous, row}) {
        if (r >= 0 && model() && r < model()->rowCount())
            viewport()->update(0, rowViewportPosition(r), viewport()->width(), rowHeight(r));
    }
}

void ListTable::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void ListTable::leaveEvent(QEvent *event)
{
    setHovered(-1);
    QTableView::leaveEvent(event);
}

// Sorting moves the current index without a word, and a reset takes it away: the marker would stay at the old place.
void ListTable::followCursor()
{
    m_delegate->setCursorRow(currentIndex().row());
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    viewport()->update();
}

void ListTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_delegate->setCursorRow(current.row());
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row()) {
        viewport()->update();
        emit cursorMoved(current.row());
    }
}

} // namespace br
