// ManifestLibrary: the manifests at hand: shipped ones from the program's resources, and the person's own from a folder.
//
// The folder is $BILLINGRECONCILE_VENDORS, else billingreconcile/connectors in the place for a person's data. An own manifest
// with the id of a shipped one replaces it (told in problems()); one that cannot be taken is left out and told.
// Errors name file, line and key. Thread rule: read once when made, then only read: any thread.
#pragma once

#include "connectors/rest/manifest/manifest.h"

#include <memory>
#include <string>
#include <vector>

namespace br::rest {

class ManifestLibrary final {
public:
    ManifestLibrary();
    explicit ManifestLibrary(std::string ownFolder);

    std::vector<VendorInfo> vendors() const; // by name
    const std::vector<ManifestProblem> &problems() const { return m_problems; }
    const std::string &ownFolder() const { return m_ownFolder; }
    // NotFound, with the nearest known id.
    Result<std::shared_ptr<const Manifest>> find(const std::string &id) const;

    // A file anywhere: for `connector check` and dry runs. Io where it cannot be read.
    static Result<std::vector<ManifestProblem>> check(const std::string &file);
    static Result<std::shared_ptr<const Manifest>> load(const std::string &file); // InvalidInput with the first problem
    static std::string defaultFolder();

private:
    void addShipped();
    void addOwn();
    std::vector<std::shared_ptr<const Manifest>> m_manifests;
    std::vector<ManifestProblem> m_problems;
    std::string m_ownFolder;
};

// "my-vendor.json, line 12, /streams/0/paging: …"
std::string problemText(const ManifestProblem &problem);

} // namespace br::rest
