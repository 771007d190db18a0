// VendorSink: what a sync brought, a line of text a record, in an order that does not depend on pages.
#pragma once

#include "core/connect/recordsink.h"

#include <string>
#include <vector>

namespace br::test {

class VendorSink final : public RecordSink {
public:
    Status beginFile(const BatchFile &) override { return {}; }
    Status line(const LineRecord &record) override;
    Status product(const ProductRecord &record) override;
    Status count(const CountRecord &record) override;
    Status asset(const AssetRecord &record) override;
    Status account(const Account &account) override;
    Status client(const Client &client) override;
    Status unread(const Unread &what) override
    {
        notRead.push_back(what);
        return {};
    }
    Status reject(const RejectedRow &row) override;
    Status warn(const RejectedRow &row) override;
    Status finishFile(const BatchFile &file) override;

    std::vector<std::string> sorted() const;

    std::vector<std::string> records;
    std::vector<Unread> notRead;
    std::string raws;              // all of them: to look for what must not be kept
    std::vector<std::string> told; // rejected rows and warnings
    std::vector<BatchFile> streams;

private:
    Status keep(std::vector<std::string> parts, std::string_view raw);
};

} // namespace br::test
