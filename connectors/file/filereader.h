// FileReader: looks at a file before it is imported, and makes a profile of a person's column mapping.
//
// Thread rule: const, any thread.
#pragma once

#include "core/connect/connector.h"

namespace br {

class FileReader final : public FileReading {
public:
    Result<FilePreview> preview(const FetchRequest &request, const std::string &file) const override;
    std::vector<MappableField> mappableFields(Side side) const override;
    Result<LayoutProfile> makeProfile(
        const std::string &name, Side side, const FilePreview &preview, const std::map<std::string, int> &mapping) const override;
    Result<LayoutProfile> adaptNearest(const std::string &name, const std::vector<LayoutProfile> &profiles, const FilePreview &preview,
        const std::map<std::string, int> &mapping) const override;
    std::vector<std::pair<std::string, std::string>> layouts() const override;
};

} // namespace br
