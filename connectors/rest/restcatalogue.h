// RestCatalogue: the vendors of the manifest library, as the form and the command line see them.
//
// Errors: see core/connect/vendors.h. Thread rule: see there.
#pragma once

#include "connectors/rest/library/manifestlibrary.h"
#include "core/base/clock.h"
#include "core/connect/connector.h"

#include <memory>

namespace br::rest {

class RestCatalogue final : public VendorCatalogue {
public:
    RestCatalogue(std::shared_ptr<const ManifestLibrary> library, std::shared_ptr<const Clock> clock);

    std::vector<VendorInfo> vendors() const override;
    std::vector<ManifestProblem> problems() const override;
    std::string ownFolder() const override;
    Result<std::vector<ManifestProblem>> check(const std::string &manifestFile) const override;
    Result<VendorInfo> load(const std::string &manifestFile) const override;
    Result<ConnectionReport> test(const FetchRequest &request, Progress &progress) const override;
    Status signIn(const FetchRequest &request, const std::function<bool(const std::string &url)> &open, Progress &progress) const override;

private:
    std::shared_ptr<const ManifestLibrary> m_library;
    std::shared_ptr<const Clock> m_clock;
};

} // namespace br::rest
