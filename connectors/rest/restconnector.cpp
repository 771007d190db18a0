#include "connectors/rest/restconnector.h"

#include "connectors/rest/run/restrun.h"

namespace br::rest {

RestConnector::RestConnector(std::shared_ptr<const ManifestLibrary> library, std::shared_ptr<const Clock> clock)
    : m_library(std::move(library))
    , m_clock(std::move(clock))
{
}

Result<FetchSummary> RestConnector::fetch(const FetchRequest &request, RecordSink &sink, Progress &progress)
{
    auto connection = connectionOf(request, *m_library);
    if (!connection)
        return connection.error();
    return RestRun(request, std::move(*connection), *m_clock, progress).fetch(sink);
}

} // namespace br::rest
