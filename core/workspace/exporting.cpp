#include "core/workspace/exporting.h"

#include "core/base/filename.h"
#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/exchange/sheetfiles.h"
#include "core/exchange/sheetprinter.h"
#include "core/store/handoverstore.h"
#include "core/store/positionstore.h"
#include "core/words/words.h"
#include "core/workspace/acting.h"
#include "core/workspace/adjusting.h"
#include "core/workspace/adjustmentevidence.h"
#include "core/workspace/agreementtypes.h"
#include "core/workspace/listing.h"
#include "core/workspace/periodlines.h"
#include "core/workspace/periodreview.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace br {

namespace {

Status loadPositions(Workspace &workspace, Period period, const std::vector<DiscrepancyRow> &approved, AdjustmentFacts &facts)
{
    std::set<ClientId> clients;
    for (const auto &row : approved)
        clients.insert(row.discrepancy.subject.client);
    for (const auto &client : clients) {
        auto positions = PositionStore(workspace.database()).positionsOf(period, client);
        if (!positions)
            return positions.error();
        for (auto &position : *positions)
            facts.positions.emplace(std::pair(position.client, position.service), std::move(position));
    }
    return {};
}

Result<AdjustmentFacts> loadAdjustmentFacts(Workspace &workspace, Period period, const std::vector<DiscrepancyRow> &approved)
{
    AdjustmentFacts facts;
    const auto names = PeriodNames::load(workspace, period);
    if (!names)
        return names.error();
    auto all = services(workspace);
    if (!all)
        return all.error();
    for (auto &service : *all)
        facts.services.emplace(service.id, std::move(service));
    for (const auto &[id, product] : names->products)
        facts.productNames.emplace(id, product.name);
    for (const auto &[id, client] : names->clients)
        facts.holders.emplace(id, names->holderOf(id));
    const auto loaded = forEachLine(workspace, *names, [&facts](BilledLine &&line, const Agreement &agreement) {
        auto &sameId = facts.lines[line.id.text];
        sameId.push_back({std::move(line), agreement});
    });
    if (!loaded)
        return loaded.error();
    if (const auto loaded = loadPositions(workspace, period, approved, facts); !loaded)
        return loaded.error();
    return facts;
}

struct Approved {
    std::vector<DiscrepancyRow> rows;
    std::vector<std::string> warnings;
};

// The approved rows as they stand, and a word about each approval that no longer holds.
Result<Approved> loadApproved(Workspace &workspace, Period period)
{
    auto rows = discrepancyRows(workspace, period);
    if (!rows)
        return rows.error();
    Approved approved;
    std::set<std::string> keys;
    for (auto &row : *rows) {
        keys.insert(row.key);
        if (row.state == State::Outdated && row.targetQuantity)
            approved.warnings.push_back(words("Exporting", "%1, %2 was left out: its numbers changed after it was approved. Decide again.",
                {row.clientName, row.serviceName}));
        if (row.state == State::Approved)
            approved.rows.push_back(std::move(row));
    }
    const auto review = PeriodReview::load(workspace, period, period.lastDay());
    if (!review)
        return review.error();
    for (const auto &[key, decisions] : review->decisions()) {
        if (decisions.back().act == Act::Approve && !keys.contains(key))
            approved.warnings.push_back(
                words("Exporting", "%1 was left out: it was approved, but by the numbers now there is no such discrepancy.", {key}));
    }
    std::ranges::sort(approved.warnings);
    return approved;
}

// Over what is to be changed, whichever sheet carries it: the neutral columns, evidence and titles left out. Of a problem only that
// there is one: its words are in the reader's language, and the same content must be known again in another.
std::string contentHashOf(std::vector<AdjustmentRow> rows)
{
    for (auto &row : rows) {
        if (!row.problem.empty())
            row.problem = "problem";
    }
    return sha256Hex(sheetCsv(adjustmentSheet(Sheet::Neutral, rows), CsvWriter::Profile::Plain));
}

Result<std::string> printed(const TableSheet &sheet, SheetPrinter *printer, const std::string &contentHash)
{
    if (!printer)
        return Error{Errc::Unsupported, words("Exporting", "A PDF cannot be made here: the part of the program that prints is missing.")};
    return printer->pdf(sheet, words("Exporting", "Content SHA-256 %1", {contentHash}));
}

Result<PreparedFile> prepareSheet(
    const TableSheet &sheet, SheetFormat format, const std::string &file, const std::string &contentHash, SheetPrinter *printer)
{
    switch (format) {
    case SheetFormat::Xlsx:
        return PreparedFile::make(file, [&sheet](const std::string &temporary) { return writeSheetXlsx(sheet, temporary); });
    case SheetFormat::Pdf: {
        const auto bytes = printed(sheet, printer, contentHash);
        if (!bytes)
            return bytes.error();
        return PreparedFile::make(file, *bytes);
    }
    case SheetFormat::Csv:
        break;
    }
    return PreparedFile::make(file, sheetCsv(sheet, CsvWriter::Profile::SpreadsheetSafe));
}

Status record(Database &database, Period period, const HandedOver &made, const std::vector<AdjustmentRow> &rows)
{
    HandoverStore store(database);
    if (auto added = store.add(period, made); !added)
        return added;
    const auto handover = database.lastInsertId();
    std::set<std::string> keys; // a moved quantity is two adjustments of one row
    for (const auto &row : rows) {
        keys.insert(row.key);
        keys.insert(row.moreKeys.begin(), row.moreKeys.end());
    }
    for (const auto &key : keys) {
        if (auto added = store.addRow(handover, key); !added)
            return added;
    }
    return {};
}

Result<std::vector<AdjustmentRow>> adjustmentsFrom(Workspace &workspace, Period period, const Approved &approved)
{
    const auto facts = loadAdjustmentFacts(workspace, period, approved.rows);
    if (!facts)
        return facts.error();
    auto rows = adjustmentsOf(approved.rows, *facts);
    if (const auto put = putAgreementTypes(workspace, period, rows); !put)
        return put.error();
    return rows;
}

} // namespace

Result<std::vector<AdjustmentRow>> adjustments(Workspace &workspace, Period period)
{
    const auto approved = loadApproved(workspace, period);
    if (!approved)
        return approved.error();
    return adjustmentsFrom(workspace, period, *approved);
}

Result<SheetPreview> previewSheet(Workspace &workspace, Period period, Sheet sheet)
{
    auto approved = loadApproved(workspace, period);
    if (!approved)
        return approved.error();
    auto rows = adjustmentsFrom(workspace, period, *approved);
    if (!rows)
        return rows.error();
    auto before = handedOver(workspace, period);
    if (!before)
        return before.error();
    SheetPreview preview{{}, {}, contentHashOf(*rows), std::move(*before), std::move(approved->warnings)};
    for (const auto &row : *rows) {
        for (const auto &doubt : row.doubts)
            preview.warnings.push_back(words("AdjustmentSheet", "%1, %2: %3", {row.clientName, row.serviceName, doubt}));
    }
    for (auto &row : *rows)
        (carries(sheet, row) ? preview.rows : preview.byHand).push_back(std::move(row));
    return preview;
}

Result<AdjustmentWorth> approvedWorth(Workspace &workspace, Period period, const std::vector<DiscrepancyRow> &rows)
{
    std::vector<DiscrepancyRow> approved;
    std::ranges::copy_if(rows, std::back_inserter(approved), [](const DiscrepancyRow &row) { return row.state == State::Approved; });
    AdjustmentFacts facts; // the lines decide which sheet can carry a change, not what it is worth
    if (const auto loaded = loadPositions(workspace, period, approved, facts); !loaded)
        return loaded.error();
    return worthOf(adjustmentsOf(approved, facts));
}

Result<ExportReport> exportAdjustments(Workspace &workspace, Period period, Sheet sheet, SheetFormat format, const std::string &file)
{
    const auto approved = loadApproved(workspace, period);
    if (!approved)
        return approved.error();
    auto rows = adjustmentsFrom(workspace, period, *approved);
    if (!rows)
        return rows.error();
    ExportReport report;
    report.warnings = approved->warnings;
    const auto hash = contentHashOf(*rows);
    if (format != SheetFormat::Csv) {
        if (const auto added = addEvidence(workspace, period, *rows); !added)
            return added.error();
    }
    const bool isPrinted = sheet == Sheet::Neutral && format == SheetFormat::Pdf; // read by people, not by machines
    auto table = isPrinted ? printedSheet(*rows) : adjustmentSheet(sheet, *rows);
    table.title = words("Exporting", "%1, %2", {sheetTitle(sheet), period.toString()});
    report.warnings.insert(report.warnings.end(), table.notes.begin(), table.notes.end());
    if (rows->empty())
        report.warnings.push_back(words("Exporting", "There is no approved adjustment in %1: the sheet is empty.", {period.toString()}));

    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    HandoverStore store(acting->database());
    const auto earlier = store.ofPeriod(period);
    if (!earlier)
        return earlier.error();
    std::ranges::copy_if(*earlier, std::back_inserter(report.before), [&hash](const HandedOver &h) { return h.contentHash == hash; });
    auto prepared = prepareSheet(table, format, file, hash, workspace.environment().printer);
    if (!prepared)
        return prepared.error();
    const auto &fileHash = prepared->written().sha256;
    const auto path = toUtf8(QFileInfo(toQString(file)).absoluteFilePath());
    report.made = {sheet, format, path, hash, fileHash, static_cast<int64_t>(table.rows.size()), acting->acted().by, acting->acted().at};
    if (const auto added = record(acting->database(), period, report.made, *rows); !added)
        return added.error();
    const auto detail
        = detailOf({{"period", period.toString()}, {"sheet", std::string(sheetCode(sheet))}, {"format", std::string(formatCode(format))},
            {"rows", std::to_string(report.made.rows)}, {"content_sha256", hash}, {"file_sha256", fileHash}, {"file", path}});
    if (const auto told = acting->event("export", fileNameOf(file), detail); !told)
        return told.error();
    // In this order: a record that finds no room must not leave a sheet that nobody knows of.
    if (const auto done = acting->commit(); !done)
        return done.error();
    if (const auto done = prepared->putInPlace(); !done)
        return Error{done.error().code, words("Exporting", "The export is on record, but %1 Export again.", {done.error().message}),
            done.error().detail};
    return report;
}

Result<std::vector<HandedOver>> handedOver(Workspace &workspace, Period period)
{
    return HandoverStore(workspace.database()).ofPeriod(period);
}

} // namespace br
