#include "connectors/rest/restcatalogue.h"

#include "connectors/rest/run/restrun.h"

namespace br::rest {

RestCatalogue::RestCatalogue(std::shared_ptr<const ManifestLibrary> library, std::shared_ptr<const Clock> clock)
    : m_library(std::move(library))
    , m_clock(std::move(clock))
{
}

std::vector<VendorInfo> RestCatalogue::vendors() const { return m_library->vendors(); }

std::vector<ManifestProblem> RestCatalogue::problems() const { return m_library->problems(); }

std::string RestCatalogue::ownFolder() const { return m_library->ownFolder(); }

Result<std::vector<ManifestProblem>> RestCatalogue::check(const std::string &manifestFile) const
{
    return ManifestLibrary::check(manifestFile);
}

Result<VendorInfo> RestCatalogue::load(const std::string &manifestFile) const
{
    const auto manifest = ManifestLibrary::load(manifestFile);
    if (!manifest)
        return manifest.error();
    return (*manifest)->info;
}

Result<ConnectionReport> RestCatalogue::test(const FetchRequest &request, Progress &progress) const
{
    auto connection = connectionOf(request, *m_library);
    if (!connection)
        return connection.error();
    return RestRun(request, std::move(*connection), *m_clock, progress).test();
}

Status RestCatalogue::signIn(const FetchRequest &request, const std::function<bool(const std::string &url)> &open, Progress &progress) const
{
    auto connection = connectionOf(request, *m_library);
    if (!connection)
        return connection.error();
    return RestRun(request, std::move(*connection), *m_clock, progress).signIn(open);
}

} // namespace br::rest
