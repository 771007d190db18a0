// Staging: an import becomes one complete batch, or nothing at all.
//
// One transaction holds batch, evidence, counts made at ingest and the event; a failure, a cancel or a killed process
// leaves the last complete batch in force. Rejected rows are reported whole; more than `rejectLimitPercent` refuses
// the import. Blocking; progress in rows.
#pragma once

#include "core/base/progress.h"
#include "core/connect/connector.h"
#include "core/workspace/workspace.h"

namespace br {

struct ImportRequest {
    SourceName source;
    Period period;
    std::vector<std::string> files;
    std::string layout = "auto";
    bool force = false;               // take a file of another month, too many rejected rows, a vendor's report without rows
    double rejectLimitPercent = 10.0; // of rows in
};

enum class Refusal {
    None,
    NotRecognised,   // the file itself: unknown columns, not a table, of the other side
    OtherMonth,      // most of its rows are of another month
    SameFileTwice,   // would count twice
    OneAccount,      // two files that would be one account
    NothingRead,     // not one row could be read
    NoRows,          // there is none
    TooManyRejected, // more than the limit
};

struct ImportReport {
    Batch batch; // complete, or id 0 where the import was refused
    std::vector<RejectedRow> rejected;
    std::vector<RejectedRow> warnings;
    std::vector<std::string> notes; // whole-file remarks: encoding assumed, layout found, shrunk against last month
    bool replacedAnother = false;   // a complete batch of this source and period was in force before
    std::optional<Error> refused;   // set: nothing was stored; the rows above say why
    Refusal why = Refusal::None;
    bool mayBeForced = false; // the same request with `force` would be taken
};

// An Error only for what kept the import from being judged at all (no such source, no such file, disk full …).
Result<ImportReport> importFiles(Workspace &workspace, const ImportRequest &request, Progress &progress);
Result<FilePreview> previewFile(Workspace &workspace, const ImportRequest &request, const std::string &file);
// The same for a source that is not added yet: what it will bring.
Result<FilePreview> previewFile(Workspace &workspace, const Source &source, const ImportRequest &request, const std::string &file);
Result<std::vector<MappableField>> mappableFields(Workspace &workspace, Side side);
Status saveProfile(
    Workspace &workspace, const std::string &name, Side side, const FilePreview &preview, const std::map<std::string, int> &mapping);
// Of the layout that nearly fits, with the columns that have other names.
Status saveAdapted(Workspace &workspace, const std::string &name, const FilePreview &preview, const std::map<std::string, int> &mapping);
Result<std::vector<LayoutProfile>> profiles(Workspace &workspace);
Status removeProfile(Workspace &workspace, const std::string &name);
// id and title of every layout the file connector knows, "auto" first.
Result<std::vector<std::pair<std::string, std::string>>> layoutChoices(Workspace &workspace);

} // namespace br
