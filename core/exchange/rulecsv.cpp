#include "core/exchange/rulecsv.h"

#include "core/base/text.h"
#include "core/exchange/csvtable.h"
#include "core/tabular/csvwriter.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace br {

namespace {

template <class Row>
CsvRows<Row> rowsOf(const CsvTable &table)
{
    CsvRows<Row> rows;
    rows.rowsIn = static_cast<int64_t>(table.rows().size());
    for (const auto &column : table.unusedColumns())
        rows.warnings.push_back(words("RuleCsv", "%1: the column \"%2\" is not known and was not used.", {table.fileName(), column}));
    return rows;
}

std::string textAt(const CsvTable &table, const CsvTable::Row &row, std::string_view column)
{
    return std::string(unguardedText(table.cell(row, column)));
}

bool isGuarded(std::string_view text)
{
    const auto first = text.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

void readLink(const CsvTable &table, const CsvTable::Row &row, CsvRows<AccountLink> &out)
{
    AccountLink link{SourceName(textAt(table, row, "source")), AccountId(textAt(table, row, "account_id")),
        ClientId(textAt(table, row, "client_id")), AccountLink::State::Linked, textAt(table, row, "reason")};
    const auto rejectedBefore = out.rejected.size();
    const auto reject
        = [&](std::string_view column, std::string reason) { out.rejected.push_back(table.reject(row, column, std::move(reason))); };
    const auto state = folded(table.cell(row, "state"));
    if (state == "ignored")
        link.state = AccountLink::State::Ignored;
    else if (!state.empty() && state != "linked")
        reject("state", words("RuleCsv", "The state must be \"linked\" or \"ignored\"."));
    if (link.source.isEmpty())
        reject("source", words("RuleCsv", "The name of a source of this workspace is missing."));
    if (link.account.isEmpty())
        reject("account_id", words("RuleCsv", "The account's id, as the vendor writes it, is missing."));
    if (link.state == AccountLink::State::Linked && link.client.isEmpty() && out.rejected.size() == rejectedBefore)
        reject("client_id", words("RuleCsv", "The client's id is missing; give it, or set state to \"ignored\" with a reason."));
    if (link.state == AccountLink::State::Ignored && !link.client.isEmpty()) {
        out.warnings.push_back(words("RuleCsv", "%1, row %2: the account is ignored, so its client_id \"%3\" was left out.",
            {table.fileName(), std::to_string(row.number), link.client.text}));
        link.client = {};
    }
    if (out.rejected.size() == rejectedBefore)
        out.rows.push_back({std::move(link), row.number});
}

Result<Decimal> quantityOf(std::string_view text, char delimiter)
{
    auto value = parseExactDecimal(text);
    // A file with ';' comes from a place where the comma stands in numbers.
    if (!value && delimiter == ';') {
        if (const auto comma = parseDecimal(text, {',', '\0'}); comma && !comma->rounded)
            return comma->value;
    }
    return value;
}

void readException(const CsvTable &table, const CsvTable::Row &row, CsvRows<CountException> &out)
{
    CountException e;
    e.client.text = textAt(table, row, "client_id");
    e.service.text = textAt(table, row, "service_id");
    e.reason = textAt(table, row, "reason");
    e.author = textAt(table, row, "author");
    const auto rejectedBefore = out.rejected.size();
    const auto reject
        = [&](std::string_view column, std::string reason) { out.rejected.push_back(table.reject(row, column, std::move(reason))); };
    if (e.client.isEmpty())
        reject("client_id", words("RuleCsv", "The client's id is missing."));
    if (e.service.isEmpty())
        reject("service_id", words("RuleCsv", "The service's id is missing."));
    if (const auto quantity = quantityOf(table.cell(row, "quantity"), table.delimiter()); !quantity)
        reject("quantity", quantity.error().message);
    else if (quantity->sign() <= 0)
        reject("quantity", words("RuleCsv", "The quantity that is not billed must be above 0."));
    else
        e.quantity = *quantity;
    if (const auto until = trimmed(table.cell(row, "until")); !until.empty()) {
        if (const auto day = Day::parse(until))
            e.until = *day;
        else
            reject("until", day.error().message);
    }
    if (out.rejected.size() == rejectedBefore)
        out.rows.push_back({std::move(e), row.number});
}

} // namespace

std::string guardedText(std::string_view text) { return isGuarded(text) ? "'" + std::string(text) : std::string(text); }

std::string_view unguardedText(std::string_view text) { return text.starts_with('\'') && isGuarded(text) ? text.substr(1) : text; }

Result<CsvRows<AccountLink>> readLinksCsv(const std::string &file)
{
    const auto table
        = CsvTable::read(file, {{"source", true}, {"account_id", true}, {"client_id", true}, {"state", false}, {"reason", false}});
    if (!table)
        return table.error();
    auto rows = rowsOf<AccountLink>(*table);
    for (const auto &row : table->rows())
        readLink(*table, row, rows);
    return rows;
}

Result<CsvRows<CountException>> readExceptionsCsv(const std::string &file)
{
    const auto table = CsvTable::read(
        file, {{"client_id", true}, {"service_id", true}, {"quantity", true}, {"reason", false}, {"author", false}, {"until", false}});
    if (!table)
        return table.error();
    auto rows = rowsOf<CountException>(*table);
    for (const auto &row : table->rows())
        readException(*table, row, rows);
    return rows;
}

std::string writeLinksCsv(std::vector<AccountLink> links)
{
    std::ranges::sort(links, {}, [](const AccountLink &l) { return std::tie(l.source, l.account); });
    CsvWriter csv;
    csv.text("source").text("account_id").text("client_id").text("state").text("reason").endRow();
    for (const auto &l : links) {
        csv.text(guardedText(l.source.text)).text(guardedText(l.account.text)).text(guardedText(l.client.text));
        csv.text(l.state == AccountLink::State::Ignored ? "ignored" : "linked").text(guardedText(l.reason)).endRow();
    }
    return csv.take();
}

std::string writeExceptionsCsv(std::vector<CountException> exceptions)
{
    std::ranges::sort(exceptions, {}, [](const CountException &e) {
        return std::make_tuple(std::cref(e.client), std::cref(e.service), e.until.has_value(), e.until.value_or(Day()), e.quantity,
            std::cref(e.reason), std::cref(e.author));
    });
    CsvWriter csv;
    csv.text("client_id").text("service_id").text("quantity").text("reason").text("author").text("until").endRow();
    for (const auto &e : exceptions) {
        csv.text(guardedText(e.client.text)).text(guardedText(e.service.text)).number(e.quantity.toString());
        csv.text(guardedText(e.reason)).text(guardedText(e.author));
        if (e.until)
            csv.text(e.until->toString());
        else
            csv.blank();
        csv.endRow();
    }
    return csv.take();
}

} // namespace br
