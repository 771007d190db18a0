// The page's saved views: read when a workspace opens, saved under a name that a person gives, removed on demand.
#include "ui/pages/discrepancies/discrepanciespage.h"

#include "core/base/text.h"
#include "core/workspace/viewing.h"
#include "ui/dialogs/prompts.h"
#include "ui/pages/discrepancies/room/room.h"

namespace br {

namespace {
const std::string pageOfViews = "discrepancies";
}

void DiscrepanciesPage::readViews()
{
    m_session.ask(
        this, [](Workspace &workspace) { return savedViews(workspace, pageOfViews); },
        [this](Result<std::vector<SavedView>> views) {
            if (views)
                m_room->showViews(std::move(views).value());
            else
                m_room->showRefused(toQString(views.error().message));
        });
}

void DiscrepanciesPage::saveViewAs(SavedView view)
{
    if (!m_prompts)
        return;
    const auto name = m_prompts->text(this, tr("Save this view"),
        tr("Name of the view. One of the same name is replaced; everybody who opens the workspace sees it."), {});
    if (!name || name->trimmed().isEmpty())
        return;
    view.page = pageOfViews;
    view.name = toUtf8(name->trimmed());
    m_session.ask(
        this, [view](Workspace &workspace) { return saveView(workspace, view); },
        [this](const Result<SavedView> &saved) {
            if (!saved)
                m_room->showRefused(toQString(saved.error().message));
            readViews();
        });
}

void DiscrepanciesPage::removeViewOf(const QString &name)
{
    m_session.ask(
        this, [name = toUtf8(name)](Workspace &workspace) { return removeView(workspace, pageOfViews, name); },
        [this](const Status &removed) {
            if (!removed)
                m_room->showRefused(toQString(removed.error().message));
            readViews();
        });
}

} // namespace br
