#include "connectors/file/filestyle.h"

#include "core/base/text.h"
#include "core/connect/slots.h"
#include "core/tabular/numberstyle.h"
#include "core/tabular/numbertext.h"

#include <algorithm>

namespace br {

namespace {

// The format has one order; a spreadsheet of another country may have written the file anew with the other one.
void judgeFixedOrder(const Match &match, const DateOrderVote &vote, const std::string &file, FileStyle &style)
{
    const bool isHalfConverted = match.layout->dates == DateOrder::MonthFirst && vote.isMixed();
    if (vote.isContradictory() || isHalfConverted) {
        style.refused = Error{Errc::InvalidInput,
            words("file",
                "%1: some dates have the day first and some the month, so that none such as 10/11 can be trusted. Download the file again "
                "and do not save it with a spreadsheet",
                {file})};
    } else if (style.cells.dates != match.layout->dates) {
        style.notes.push_back(style.cells.dates == DateOrder::DayFirst
                ? words("file", "%1: its dates have the day first, other than the vendor writes them; they were read so", {file})
                : words("file", "%1: its dates have the month first, other than the vendor writes them; they were read so", {file}));
    }
}

void addColumn(const Match &match, const SampledTable &sample, size_t column, DateOrderVote &vote)
{
    for (size_t row = match.headerAt + 1; row < sample.rows.size(); ++row) {
        if (column < sample.rows[row].cells.size())
            vote.add(sample.rows[row].cells[column]);
    }
}

// The program that wrote a file writes all its dates alike, also those that nothing is read from.
bool holdsDates(const Match &match, const SampledTable &sample, size_t column)
{
    bool hasAny = false;
    for (size_t row = match.headerAt + 1; row < sample.rows.size(); ++row) {
        if (column >= sample.rows[row].cells.size() || isBlank(trimmed(sample.rows[row].cells[column])))
            continue;
        const auto &cell = sample.rows[row].cells[column];
        const auto read = readDate(cell);
        if (!read.needsOrder && (!read.day || cell.find_first_of("/-.") == std::string::npos))
            return false;
        hasAny = true;
    }
    return hasAny;
}

DateOrderVote voteOfDates(const Match &match, const SampledTable &sample)
{
    DateOrderVote vote;
    for (const auto slot : field::dates) {
        if (const auto column = match.binding.columnOf[slot])
            addColumn(match, sample, *column, vote);
    }
    if (!vote.isNeeded() || vote.isProven() || vote.isContradictory() || vote.isMixed())
        return vote;
    DateOrderVote whole = vote;
    for (size_t column = 0; column < match.header.names().size(); ++column) {
        if (holdsDates(match, sample, column))
            addColumn(match, sample, column, whole);
    }
    return whole.isProven() ? whole : vote;
}

void findDateOrder(const Match &match, const SampledTable &sample, FileStyle &style)
{
    const auto vote = voteOfDates(match, sample);
    const auto &file = sample.table->name();
    style.cells.dates = vote.isProven() ? vote.order() : match.layout->dates;
    if (match.layout->dates != DateOrder::Unknown) {
        judgeFixedOrder(match, vote, file, style);
        return;
    }
    if (style.cells.dates != DateOrder::Unknown || !vote.isNeeded())
        return;
    style.cells.dates = DateOrder::MonthFirst;
    style.notes.push_back(vote.isContradictory()
            ? words("file", "%1: some dates have the day first and some the month; open dates such as 10/11 were read month first", {file})
            : words("file", "%1: nothing says whether dates such as 10/11 begin with the day or the month; they were read month first",
                {file}));
}

// Numbers that stand inside of other texts ("Billing Type=Monthly Quantity=1,5") are written as the file writes them, too.
void voteOfParts(const Match &match, const SampledTable &sample, NumberStyleVote &vote)
{
    std::string buffer;
    for (const auto &step : match.layout->steps) {
        const auto column = step.from.size() == 1 ? match.binding.columnOf[step.from[0]] : std::nullopt;
        if (!column || !step.pattern || std::ranges::find(field::numbers, step.target) == std::ranges::end(field::numbers))
            continue;
        for (size_t row = match.headerAt + 1; row < sample.rows.size(); ++row) {
            if (*column < sample.rows[row].cells.size())
                vote.add(plainNumber(matched(*step.pattern, sample.rows[row].cells[*column]), buffer));
        }
    }
}

void findNumberStyle(const Match &match, const SampledTable &sample, FileStyle &style)
{
    if (match.layout->decimalSign) {
        const char sign = *match.layout->decimalSign;
        style.cells.numbers = {sign, sign == ',' ? '.' : ','};
        return;
    }
    NumberStyleVote vote(sample.table->delimiter() == ';');
    std::string buffer;
    voteOfParts(match, sample, vote);
    for (size_t row = match.headerAt + 1; row < sample.rows.size(); ++row) {
        for (const auto slot : field::numbers) {
            const auto column = match.binding.columnOf[slot];
            if (column && *column < sample.rows[row].cells.size() && !sample.rows[row].isNumber(*column))
                vote.add(plainNumber(sample.rows[row].cells[*column], buffer));
        }
    }
    style.cells.numbersAreOpen = vote.isOpen();
    style.cells.numbers = vote.style();
    const auto &file = sample.table->name();
    if (style.cells.numbers.decimal == ',')
        style.notes.push_back(words("file", "%1: numbers were read with a decimal comma", {file}));
    else if (vote.isGuess())
        style.notes.push_back(words("file", "%1: a comma in numbers such as 1,234 was read as a thousands sign", {file}));
}

} // namespace

FileStyle styleOf(const Match &match, const SampledTable &sample, Currency workspaceCurrency)
{
    FileStyle style;
    style.cells.currency = workspaceCurrency;
    findDateOrder(match, sample, style);
    findNumberStyle(match, sample, style);
    return style;
}

} // namespace br
