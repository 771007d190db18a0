#include "ui/pages/discrepancies/room/acthistory.h"

#include <algorithm>
#include <set>
#include <utility>

namespace br {

void ActHistory::start(std::vector<Acts> done)
{
    m_done = std::move(done);
    m_undone.clear();
    m_asked.reset();
}

std::optional<ActHistory::Acts> ActHistory::undo(const std::string &reason)
{
    if (m_asked || m_done.empty())
        return std::nullopt;
    Acts reopen;
    for (const auto &request : m_done.back())
        reopen.push_back({.key = request.key, .act = Act::Reopen, .quantity = {}, .from = {}, .until = {}, .reason = reason, .by = {}});
    m_asked = Asked{Way::Undo, reopen};
    return reopen;
}

std::optional<ActHistory::Acts> ActHistory::redo()
{
    if (m_asked || m_undone.empty())
        return std::nullopt;
    m_asked = Asked{Way::Redo, m_undone.back()};
    return m_undone.back();
}

bool ActHistory::isAnswered(const Acts &acts) const
{
    return m_asked && std::ranges::equal(m_asked->acts, acts, [](const DecideRequest &a, const DecideRequest &b) {
        return a.key == b.key && a.act == b.act && a.reason == b.reason;
    });
}

// Rows that were decided in another way since: an entry that would be refused forever must not stand before the others.
void ActHistory::forgetRows(const Acts &acts)
{
    std::set<std::string> keys;
    for (const auto &request : acts)
        keys.insert(request.key);
    for (auto &entry : m_done)
        std::erase_if(entry, [&](const DecideRequest &request) { return keys.contains(request.key); });
    std::erase_if(m_done, [](const Acts &entry) { return entry.empty(); });
}

void ActHistory::takeDone(const Acts &acts)
{
    if (isAnswered(acts)) {
        const bool isUndo = std::exchange(m_asked, std::nullopt)->way == Way::Undo;
        auto &from = isUndo ? m_done : m_undone;
        auto &to = isUndo ? m_undone : m_done;
        if (!from.empty()) {
            to.push_back(std::move(from.back()));
            from.pop_back();
        }
        return;
    }
    forgetRows(acts);
    m_undone.clear();
    if (!acts.empty() && acts.front().act != Act::Reopen)
        m_done.push_back(acts);
}

void ActHistory::takeRefused(const Acts &acts)
{
    if (isAnswered(acts))
        m_asked.reset();
}

} // namespace br
