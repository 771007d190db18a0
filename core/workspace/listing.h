// Listing: what the pages and the command line show of a period.
#pragma once

#include "core/base/progress.h"
#include "core/domain/rows.h"
#include "core/workspace/workspace.h"

namespace br {

Result<std::vector<DiscrepancyRow>> discrepancyRows(Workspace &workspace, Period period); // by |impact| (none last), then key
Result<std::optional<DiscrepancyRow>> discrepancyRow(Workspace &workspace, const std::string &key);
Result<std::vector<ClientRow>> clientRows(Workspace &workspace, Period period);
// For who has read the period's positions and rows already.
Result<std::vector<ClientRow>> clientRows(
    Workspace &workspace, Period period, const std::vector<Position> &positions, const std::vector<DiscrepancyRow> &rows);

struct ClientDetail {
    ClientRow row;
    std::vector<Position> positions;
    std::vector<LineRow> lines;
    std::vector<CountRow> counts;
    std::vector<AccountRow> accounts;
    std::vector<DiscrepancyRow> discrepancies;
};
Result<ClientDetail> clientDetail(Workspace &workspace, Period period, const ClientId &client);

} // namespace br
