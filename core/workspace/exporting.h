// Exporting: the approved adjustments of a period, as rows to preview and as a file that is handed over (an event).
#pragma once

#include "core/domain/handover.h"
#include "core/domain/rows.h"
#include "core/workspace/workspace.h"

namespace br {

struct ExportReport {
    HandedOver made;
    std::vector<HandedOver> before;    // earlier exports of the very same content
    std::vector<std::string> warnings; // rows the sheet cannot carry, outdated approvals left out
};

// A sheet before it is written: what exportAdjustments() would do now.
struct SheetPreview {
    std::vector<AdjustmentRow> rows;   // exactly those of the sheet
    std::vector<AdjustmentRow> byHand; // that this sheet cannot carry
    std::string contentHash;
    std::vector<HandedOver> before;    // every earlier export of the period, newest first
    std::vector<std::string> warnings; // approvals that are left out
};

Result<SheetPreview> previewSheet(Workspace &workspace, Period period, Sheet sheet);
Result<std::vector<AdjustmentRow>> adjustments(Workspace &workspace, Period period);
// What adjustments() of these rows are worth, without reading the lines: `rows` of the period, those that are approved count.
Result<AdjustmentWorth> approvedWorth(Workspace &workspace, Period period, const std::vector<DiscrepancyRow> &rows);
// The record keeps the absolute path: a year later nobody knows from where it was relative.
Result<ExportReport> exportAdjustments(Workspace &workspace, Period period, Sheet sheet, SheetFormat format, const std::string &file);
Result<std::vector<HandedOver>> handedOver(Workspace &workspace, Period period);

} // namespace br
