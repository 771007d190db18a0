// FirstRecords: a RecordSink that keeps the first few records of every stream as lines of text, for a dry run; nothing is stored.
//
// When enough was seen, further records are answered with Cancelled, so that a dry run does not read a whole vendor.
// Thread rule: one thread.
#pragma once

#include "core/connect/recordsink.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace br::cli {

class FirstRecords final : public RecordSink {
public:
    struct Record {
        std::string stream;
        std::string kind;                                        // "asset"
        std::vector<std::pair<std::string, std::string>> fields; // as the neutral files call them; what is absent is left out
    };
    FirstRecords(int perKind, int atMost)
        : m_perKind(perKind)
        , m_atMost(atMost)
    {
    }

    Status beginFile(const BatchFile &file) override;
    Status line(const LineRecord &record) override;
    Status product(const ProductRecord &record) override;
    Status count(const CountRecord &record) override;
    Status asset(const AssetRecord &record) override;
    Status account(const Account &account) override;
    Status client(const Client &client) override;
    Status unread(const Unread &what) override;
    Status reject(const RejectedRow &row) override;
    Status warn(const RejectedRow &row) override;
    Status finishFile(const BatchFile &file) override;

    const std::vector<Record> &records() const { return m_records; }
    const std::vector<RejectedRow> &rejected() const { return m_rejected; }
    const std::vector<RejectedRow> &warnings() const { return m_warnings; }
    const std::vector<BatchFile> &streams() const { return m_streams; }
    bool sawEnough() const { return m_seen >= m_atMost; }

private:
    using Fields = std::vector<std::pair<std::string, std::string>>;
    Status take(const char *kind, Fields fields);

    int m_perKind;
    int m_atMost;
    int m_seen = 0;
    std::string m_stream;
    std::map<std::pair<std::string, std::string>, int> m_kept; // by stream and kind
    std::vector<Record> m_records;
    std::vector<RejectedRow> m_rejected;
    std::vector<RejectedRow> m_warnings;
    std::vector<BatchFile> m_streams;
};

} // namespace br::cli
