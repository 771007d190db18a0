#include "connectors/file/namesapart.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

bool isAlwaysApart(const Apart &rule, std::string_view name) { return std::ranges::find(rule.always, folded(name)) != rule.always.end(); }

} // namespace

Status NamesApart::learn(const Match &match, const SampledTable &sample)
{
    const auto &rule = match.layout->apart;
    const auto nameColumn = rule ? match.binding.columnOf[rule->slot] : std::nullopt;
    const auto ownerColumn = rule ? match.binding.columnOf[rule->by] : std::nullopt;
    if (!nameColumn || !ownerColumn)
        return {};
    const auto headerRow = sample.rows[match.headerAt].number;
    const auto take = [&](const TableRow &row) {
        const auto name = trimmed(row.cell(*nameColumn));
        const auto owner = trimmed(row.cell(*ownerColumn));
        if (row.number <= headerRow || name.empty() || owner.empty())
            return Flow::Next;
        const auto known = m_owners.find(name);
        if (known == m_owners.end())
            m_owners.emplace(name, owner);
        else if (known->second != owner && !isAlwaysApart(*rule, name))
            m_ambiguous.emplace(name);
        return Flow::Next;
    };
    return sample.table->read(take, nullptr);
}

bool NamesApart::isAmbiguous(const Apart &rule, std::string_view name) const
{
    return m_ambiguous.contains(name) || isAlwaysApart(rule, name);
}

std::string NamesApart::full(std::string_view owner, std::string_view name) { return std::string(owner) + " / " + std::string(name); }

std::vector<std::string> NamesApart::takeUntold()
{
    std::vector<std::string> untold;
    for (const auto &name : m_ambiguous) {
        if (m_told.insert(name).second)
            untold.push_back(name);
    }
    return untold;
}

} // namespace br
