// The room's filter in its other shapes: chips, saved views and the menu of a cell. The query's text stays the one truth.
#include "core/base/text.h"
#include "ui/models/discrepancytable.h"
#include "ui/pages/discrepancies/room/cellquery.h"
#include "ui/pages/discrepancies/room/room.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/pages/discrepancies/room/viewsbutton.h"
#include "ui/theme/theme.h"
#include "ui/widgets/listtable.h"
#include "ui/widgets/querychips.h"
#include "ui/widgets/searchbar.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace br {

void Room::connectViews()
{
    connect(m_chips, &QueryChips::editWanted, m_search, &SearchBar::selectTerm);
    connect(m_chips, &QueryChips::removeWanted, this,
        [this](int term) { showQuery(toQString(m_search->query().without(static_cast<size_t>(term)).text()).trimmed()); });
    connect(m_views, &ViewsButton::chosen, this, &Room::showView);
    connect(m_views, &ViewsButton::saveWanted, this, [this] { emit saveViewWanted(currentView()); });
    connect(m_views, &ViewsButton::removeWanted, this, &Room::removeViewWanted);
    connect(m_list, &ListTable::cellMenuWanted, this, &Room::fillCellMenu);
}

void Room::showViews(std::vector<SavedView> own) { m_views->showViews(std::move(own)); }

void Room::showView(const SavedView &view)
{
    QStringList ids;
    const auto columns = QJsonDocument::fromJson(QByteArray::fromStdString(view.columns)).array();
    for (const auto &id : columns)
        ids << id.toString();
    m_list->showColumnIds(ids);
    if (!view.sort.empty())
        m_list->sortByCode(toQString(view.sort));
    showQuery(toQString(view.query));
}

SavedView Room::currentView() const
{
    SavedView view;
    view.page = "discrepancies";
    view.query = m_search->query().text();
    view.columns = QJsonDocument(QJsonArray::fromStringList(m_list->shownColumnIds())).toJson(QJsonDocument::Compact).toStdString();
    view.sort = toUtf8(m_list->sortCode());
    return view;
}

void Room::fillCellMenu(QMenu *menu, const QModelIndex &cell)
{
    const auto row = m_table->row(cell.row());
    const auto offer = [&](const QString &name, const QString &text, bool exclude) {
        const auto query = cellQuery(m_search->query(), row, cell.column(), exclude);
        if (!query)
            return;
        auto *action = menu->addAction(themeIcon(exclude ? u"remove"_s : u"filter"_s), text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, text = toQString(*query)] { showQuery(text); });
    };
    QString shown = cell.data().toString();
    shown = shown.size() > 40 ? shown.left(39) + u'…' : shown;
    shown.replace(u'&', u"&&"_s);
    offer(u"onlyThis"_s, tr("Only “%1”").arg(shown), false);
    offer(u"excludeThis"_s, tr("Exclude “%1”").arg(shown), true);
    if (!menu->isEmpty())
        menu->addSeparator();
    const auto &t = *m_triage;
    for (auto *action : {t.approve, t.edit, t.accept, t.dismiss, t.reopen, t.map, t.note}) {
        if (action->isEnabled())
            menu->addAction(action);
    }
}

} // namespace br
