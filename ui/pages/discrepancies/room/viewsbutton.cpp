#include "ui/pages/discrepancies/room/viewsbutton.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace br {

std::vector<SavedView> shippedViews()
{
    const auto view = [](const QString &name, const char *query) {
        SavedView made;
        made.page = "discrepancies";
        made.name = toUtf8(name);
        made.query = query;
        return made;
    };
    return {view(ViewsButton::tr("Everything"), ""), view(ViewsButton::tr("All open"), "status:todo"),
        view(ViewsButton::tr("Open and over 100 a month"), "status:todo impact:>100|<-100"),
        view(ViewsButton::tr("Not billed today"), "status:todo impact:>0 -kind:commitment"),
        view(ViewsButton::tr("Billed too much"), "status:todo impact:<0"), view(ViewsButton::tr("Unmapped"), "kind:unmapped"),
        view(ViewsButton::tr("Data in doubt"), "kind:source_stale|unverified|stale_usage"),
        view(ViewsButton::tr("Changed after the decision"), "status:outdated"),
        view(ViewsButton::tr("Accepted for a time"), "status:accepted -until:none"),
        view(ViewsButton::tr("Approved, to be exported"), "status:approved")};
}

ViewsButton::ViewsButton(QWidget *parent)
    : QToolButton(parent)
{
    setObjectName(u"viewsButton"_s);
    setText(tr("Views"));
    setAccessibleName(tr("Views of the list"));
    setToolTip(tr("Ready-made and saved views of the list"));
    setIcon(themeIcon(u"filter"_s));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(30);
    setMenu(new QMenu(this));
    menu()->setObjectName(u"viewsMenu"_s);
    fill();
}

void ViewsButton::showViews(std::vector<SavedView> own)
{
    m_own = std::move(own);
    fill();
}

void ViewsButton::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    fill();
}

void ViewsButton::fill()
{
    menu()->clear();
    const auto add = [this](const SavedView &view) {
        auto *action = menu()->addAction(toQString(view.name));
        action->setObjectName(u"view-"_s + toQString(view.name));
        connect(action, &QAction::triggered, this, [this, view] { emit chosen(view); });
    };
    for (const auto &view : shippedViews())
        add(view);
    if (!m_own.empty()) {
        menu()->addSection(tr("Of this workspace"));
        for (const auto &view : m_own)
            add(view);
    }
    menu()->addSeparator();
    auto *save = menu()->addAction(themeIcon(u"save"_s), tr("Save this view…"));
    save->setObjectName(u"saveView"_s);
    save->setEnabled(!m_isReadOnly);
    connect(save, &QAction::triggered, this, &ViewsButton::saveWanted);
    if (m_own.empty() || m_isReadOnly)
        return;
    auto *remove = menu()->addMenu(themeIcon(u"trash"_s), tr("Remove a view"));
    for (const auto &view : m_own) {
        auto *action = remove->addAction(toQString(view.name));
        action->setObjectName(u"removeView-"_s + toQString(view.name));
        connect(action, &QAction::triggered, this, [this, name = toQString(view.name)] { emit removeWanted(name); });
    }
}

} // namespace br
