#include "ui/models/tablemodel.h"

using namespace Qt::StringLiterals;

namespace br {

namespace {

bool isRight(CellKind kind) { return kind == CellKind::Number || kind == CellKind::Money; }

// A cell of the clipboard must not break the line or start a formula in a spreadsheet.
QString clipboardText(const Cell &cell)
{
    QString text = cell.copy.isEmpty() ? cell.text : cell.copy;
    text.replace(u'\t', u' ').replace(u'\n', u' ').replace(u'\r', u' ');
    const bool isNumber = cell.sort.typeId() == QMetaType::LongLong || cell.sort.typeId() == QMetaType::Int;
    if (!isNumber && !text.isEmpty() && u"=+-@"_s.contains(text.front()))
        text.prepend(u'\'');
    return text;
}

} // namespace

TableModel::TableModel(std::vector<Column> columns, QObject *parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
{
}

int TableModel::columnOf(const QString &id) const
{
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].id == id)
            return static_cast<int>(i);
    }
    return -1;
}

void TableModel::setShownTitle(int column, const QString &title)
{
    if (const auto found = m_shownTitles.find(column); found != m_shownTitles.end() && found->second == title)
        return;
    m_shownTitles[column] = title;
    emit headerDataChanged(Qt::Horizontal, column, column);
}

QString TableModel::copied(const std::vector<int> &rows, const std::vector<int> &columns, bool withHeaders) const
{
    QStringList lines;
    QStringList parts;
    if (withHeaders) {
        for (const int c : columns)
            parts << m_columns[static_cast<size_t>(c)].title;
        lines << parts.join(u'\t');
    }
    for (const int r : rows) {
        parts.clear();
        for (const int c : columns)
            parts << clipboardText(cell(r, c));
        lines << parts.join(u'\t');
    }
    return lines.isEmpty() ? QString() : lines.join(u'\n') + u'\n';
}

Cell TableModel::cellAt(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return cell(index.row(), index.column());
}

QString TableModel::asText() const
{
    QString all;
    for (int r = 0; r < rows(); ++r) {
        QStringList parts;
        for (int c = 0; c < columnCount(); ++c)
            parts << cell(r, c).text;
        all += u"  "_s + parts.join(u" | "_s) + u'\n';
    }
    return all;
}

int TableModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : rows(); }
int TableModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : static_cast<int>(m_columns.size()); }

QVariant TableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &column = m_columns[static_cast<size_t>(index.column())];
    switch (role) {
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isRight(column.kind) ? Qt::AlignRight : Qt::AlignLeft));
    case KeyRole:
        return key(index.row());
    case KindRole:
        return static_cast<int>(column.kind);
    case Qt::DisplayRole:
        return cell(index.row(), index.column()).text;
    case Qt::ToolTipRole: {
        const auto c = cell(index.row(), index.column());
        return c.tip.isEmpty() ? c.text : c.tip;
    }
    case Qt::AccessibleTextRole: {
        const auto c = cell(index.row(), index.column());
        return c.detail.isEmpty() ? tr("%1: %2").arg(column.title, c.text) : tr("%1: %2, %3").arg(column.title, c.text, c.detail);
    }
    case SortRole:
        return cell(index.row(), index.column()).sort;
    case CodeRole:
        return cell(index.row(), index.column()).code;
    case SignRole:
        return cell(index.row(), index.column()).sign;
    case CurrencyRole:
        return cell(index.row(), index.column()).currency;
    case CopyRole:
        return clipboardText(cell(index.row(), index.column()));
    case DetailRole:
        return cell(index.row(), index.column()).detail;
    default:
        return {};
    }
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto &column = m_columns[static_cast<size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: {
        const auto shown = m_shownTitles.find(section);
        return shown == m_shownTitles.end() ? column.title : shown->second;
    }
    case Qt::ToolTipRole:
        return column.tip.isEmpty() ? column.title : column.tip;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isRight(column.kind) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::AccessibleTextRole:
        return column.title;
    default:
        return {};
    }
}

QHash<int, QByteArray> TableModel::roleNames() const
{
    auto names = QAbstractTableModel::roleNames();
    names.insert({{SortRole, "sort"}, {KeyRole, "key"}, {CodeRole, "code"}, {SignRole, "sign"}, {CurrencyRole, "currency"},
        {CopyRole, "copy"}, {DetailRole, "detail"}, {KindRole, "kind"}});
    return names;
}

void TableModel::sort(int column, Qt::SortOrder order)
{
    if (column < -1 || column >= columnCount())
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const auto before = persistentIndexList();
    std::vector<size_t> identities;
    identities.reserve(static_cast<size_t>(before.size()));
    for (const auto &index : before)
        identities.push_back(identity(index.row()));
    m_sortColumn = column;
    m_sortOrder = order;
    reorder(column, order);
    QModelIndexList after;
    after.reserve(before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rowOfIdentity(identities[static_cast<size_t>(i)]);
        after << (row < 0 ? QModelIndex() : index(row, before[i].column()));
    }
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    emit orderChanged();
}

} // namespace br
