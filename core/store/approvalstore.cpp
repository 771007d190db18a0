#include "core/store/approvalstore.h"

#include "core/store/stored.h"

namespace br {

Result<std::vector<LastWord>> ApprovalStore::wordsBefore(Period period) const
{
    std::vector<LastWord> words;
    const auto read = m_database.each(
        "approval/before",
        [&words](const Statement &row) {
            Discrepancy found;
            found.kind = kindFromCode(row.text(6)).value_or(Kind::Underbilled);
            found.billed = readNumber<Units>(row, 10);
            found.counted = readNumber<Units>(row, 11);
            found.difference = readNumber<Units>(row, 12);
            words.push_back({Period::fromIndex(static_cast<int>(row.integer(0))), row.string(1), row.text(2) == "approve",
                readNumber(row, 3).value_or(Decimal()), readDay(row, 4).value_or(Day()), row.string(5), found.kind, ClientId(row.string(7)),
                ServiceId(row.string(8)), ServiceId(row.string(9)), found.billed, usualTarget(found)});
        },
        period.index());
    if (!read)
        return read.error();
    return words;
}

Result<std::pair<std::string, std::string>> ApprovalStore::sheetOf(const std::string &key) const
{
    std::pair<std::string, std::string> sheet;
    const auto read = m_database.each(
        "approval/sheet",
        [&sheet](const Statement &row) {
            sheet = {row.string(0), row.string(1)};
        },
        std::string_view(key));
    if (!read)
        return read.error();
    return sheet;
}

} // namespace br
