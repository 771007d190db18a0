#include "connectors/file/candidates.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

TableRow rowOf(const SampleRow &sample, std::vector<std::string_view> &cells)
{
    cells.assign(sample.cells.begin(), sample.cells.end());
    return {sample.number, cells, sample.numbers};
}

int scoreOf(const Layout &layout, const Binding &binding, const std::string &sheet)
{
    const auto key = headerKey(sheet);
    const bool named = std::ranges::any_of(layout.sheets, [&key](const std::string &name) { return headerKey(name) == key; });
    return binding.matched * 4 + static_cast<int>(layout.detect.size()) * 8 + (named ? 50 : 0) + (layout.isProfile ? 3 : 0);
}

} // namespace

std::vector<const Layout *> considered(const std::vector<Layout> &layouts, const std::string &forced, Side side)
{
    std::vector<const Layout *> chosen;
    const bool any = forced.empty() || forced == "auto";
    for (const auto &layout : layouts) {
        if (any ? layout.side == side : layout.id == forced)
            chosen.push_back(&layout);
    }
    return chosen;
}

void collect(const std::vector<SampledTable> &tables, size_t index, const std::vector<const Layout *> &layouts, std::vector<Candidate> &out,
    int64_t after)
{
    const auto last = after == 0 ? lastHeaderRow : lastDeepHeaderRow;
    std::vector<std::string_view> cells;
    const auto &rows = tables[index].rows;
    for (size_t at = 0; at < rows.size() && rows[at].number <= last; ++at) {
        if (rows[at].number <= after)
            continue;
        const Header header(rowOf(rows[at], cells));
        for (const auto *layout : layouts) {
            auto binding = bind(*layout, header);
            if (binding.matched == 0 && layouts.size() > 1)
                continue;
            const int score = scoreOf(*layout, binding, tables[index].table->sheet());
            out.push_back({{layout, index, at, header, std::move(binding), false, {}}, score});
        }
    }
}

} // namespace br
