#include "core/store/viewstore.h"

namespace br {

Result<std::vector<SavedView>> ViewStore::ofPage(std::string_view page) const
{
    std::vector<SavedView> views;
    const auto read = m_database.each(
        "view/of_page",
        [&views](const Statement &row) {
            views.push_back({row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5), row.string(6)});
        },
        page);
    if (!read)
        return read.error();
    return views;
}

Status ViewStore::put(const SavedView &view)
{
    return m_database.run("view/put", std::string_view(view.page), std::string_view(view.name), std::string_view(view.query),
        std::string_view(view.columns), std::string_view(view.sort), std::string_view(view.by), std::string_view(view.at));
}

Result<bool> ViewStore::remove(std::string_view page, std::string_view name)
{
    if (const auto done = m_database.run("view/remove", page, name); !done)
        return done.error();
    return m_database.changes() > 0;
}

} // namespace br
