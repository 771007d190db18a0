#include "connectors/file/fileconnector.h"

#include "connectors/file/fileimport.h"
#include "connectors/file/layoutlibrary.h"
#include "core/base/text.h"

#include <algorithm>

namespace br {

Result<FetchSummary> FileConnector::fetch(const FetchRequest &request, RecordSink &sink, Progress &progress)
{
    if (request.files.empty())
        return Error{Errc::InvalidInput, words("file", "No file was named")};
    FetchSummary summary;
    const auto layouts = allLayouts(request.profiles, request.layout, summary.warnings);
    if (!layouts)
        return layouts.error();
    BatchMemory memory;
    if (request.files.size() > 1) {
        for (const auto &path : request.files)
            learnNames(path, request, *layouts, memory);
    }
    for (const auto &path : request.files) {
        memory.isLastFile = &path == &request.files.back();
        auto remarks = importFile(path, request, *layouts, sink, progress, memory);
        if (!remarks)
            return remarks.error();
        std::ranges::move(*remarks, std::back_inserter(summary.warnings));
    }
    return summary;
}

} // namespace br
