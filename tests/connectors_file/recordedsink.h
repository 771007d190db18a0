// RecordedSink: keeps what a connector brings as lines of text that a person can read and a test can compare.
#pragma once

#include "core/connect/recordsink.h"

#include <string>
#include <vector>

namespace br::test {

class RecordedSink final : public RecordSink {
public:
    Status beginFile(const BatchFile &file) override;
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

    std::vector<std::string> records; // in order
    std::vector<std::string> raws;    // one a record
    std::vector<RejectedRow> rejected;
    std::vector<RejectedRow> warned;
    std::vector<BatchFile> files; // finished
    std::vector<Unread> notRead;
};

} // namespace br::test
