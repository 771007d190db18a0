#include "core/store/handoverstore.h"

namespace br {

Status HandoverStore::add(Period period, const HandedOver &h)
{
    return m_database.run("handover/add", period.index(), sheetCode(h.sheet), formatCode(h.format), std::string_view(h.file),
        std::string_view(h.contentHash), std::string_view(h.fileHash), h.rows, std::string_view(h.by), std::string_view(h.at));
}

Status HandoverStore::addRow(int64_t handover, const std::string &key)
{
    return m_database.run("handover/add_row", handover, std::string_view(key));
}

Result<std::vector<HandedOver>> HandoverStore::ofPeriod(Period period) const
{
    std::vector<HandedOver> handovers;
    const auto read = m_database.each(
        "handover/of_period",
        [&](const Statement &row) {
            handovers.push_back(
                {sheetFromCode(row.text(0)).value_or(Sheet::Neutral), formatFromCode(row.text(1)).value_or(SheetFormat::Csv), row.string(2),
                    row.string(3), row.string(4), row.integer(5), row.string(6), row.string(7)});
        },
        period.index());
    if (!read)
        return read.error();
    return handovers;
}

} // namespace br
