#include "core/workspace/viewing.h"

#include "core/base/text.h"
#include "core/store/viewstore.h"
#include "core/workspace/acting.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace br {

namespace {

std::string subjectOf(const SavedView &view) { return view.page + '/' + view.name; }

Status judge(const SavedView &view)
{
    if (view.page.empty() || view.name.empty())
        return Error{Errc::InvalidInput, words("Viewing", "Give the view a name.")};
    const auto columns = QByteArray::fromRawData(view.columns.data(), static_cast<qsizetype>(view.columns.size()));
    if (!QJsonDocument::fromJson(columns).isArray())
        return Error{Errc::InvalidInput,
            words("Viewing", "The view %1 was not saved: its columns are not a JSON array: %2", {view.name, shortened(view.columns)})};
    return {};
}

} // namespace

Result<std::vector<SavedView>> savedViews(Workspace &workspace, const std::string &page)
{
    return ViewStore(workspace.database()).ofPage(page);
}

Result<SavedView> saveView(Workspace &workspace, const SavedView &view)
{
    SavedView stored = view;
    stored.name = trimmed(view.name);
    if (stored.columns.empty())
        stored.columns = "[]";
    if (const auto fits = judge(stored); !fits)
        return fits.error();
    auto acting = Acting::begin(workspace, view.by);
    if (!acting)
        return acting.error();
    stored.by = acting->acted().by;
    stored.at = acting->acted().at;
    if (const auto done = ViewStore(acting->database()).put(stored); !done)
        return done.error();
    const auto detail = detailOf({{"query", stored.query}, {"columns", stored.columns}, {"sort", stored.sort}});
    if (const auto told = acting->event("view.save", subjectOf(stored), detail); !told)
        return told.error();
    if (const auto done = acting->commit(); !done)
        return done.error();
    return stored;
}

Status removeView(Workspace &workspace, const std::string &page, const std::string &name)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    const auto removed = ViewStore(acting->database()).remove(page, name);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{Errc::NotFound, words("Viewing", "There is no saved view named %1.", {name})};
    if (auto told = acting->event("view.remove", page + '/' + name, "{}"); !told)
        return told;
    return acting->commit();
}

} // namespace br
