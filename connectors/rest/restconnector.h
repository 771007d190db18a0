// RestConnector: brings records from a vendor's API, as its manifest says.
//
// Errors: see run/restrun.h. Thread rule: see connector.h.
#pragma once

#include "connectors/rest/library/manifestlibrary.h"
#include "core/base/clock.h"
#include "core/connect/connector.h"

#include <memory>

namespace br::rest {

class RestConnector final : public Connector {
public:
    RestConnector(std::shared_ptr<const ManifestLibrary> library, std::shared_ptr<const Clock> clock);
    Result<FetchSummary> fetch(const FetchRequest &request, RecordSink &sink, Progress &progress) override;

private:
    std::shared_ptr<const ManifestLibrary> m_library;
    std::shared_ptr<const Clock> m_clock;
};

} // namespace br::rest
