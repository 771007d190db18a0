// FileConnector: brings records from CSV and XLSX files by layouts.
//
// Several files are one batch; the first that cannot be read ends the fetch with its error. Thread rule: see connector.h.
#pragma once

#include "core/connect/connector.h"

namespace br {

class FileConnector final : public Connector {
public:
    Result<FetchSummary> fetch(const FetchRequest &request, RecordSink &sink, Progress &progress) override;
};

} // namespace br
