// RecordSink: where a connector puts what it read, row by row; made by the workspace's staging.
//
// Records carry views that live only for the call. Everything goes into one open batch; nothing counts until the connector
// returned success and staging completed the batch. Thread rule: called on the thread that runs the connector.
#pragma once

#include "core/domain/batch.h"
#include "core/domain/psa.h"
#include "core/domain/vendor.h"

#include <string_view>

namespace br {

struct AssetRecord { // the one record that comes in millions: views, no allocation
    std::string_view accountId;
    std::string_view accountName;
    std::string_view accountDomain;
    std::string_view meterId;
    std::string_view meterName;
    std::string_view id;
    std::string_view name;
    std::string_view assetClass;
    std::string_view status;
    MaybeDay assigned;
    MaybeDay ended;
    MaybeDay lastSeen;
    std::string_view raw; // JSON object of columns no field took; empty: none
    int64_t row = 0;      // in its file
};

struct CountRecord {
    Count count; // `source` is left empty: staging knows it
    std::string accountName;
    std::string accountDomain;
    std::string meterName;
    std::string raw;
    int64_t row = 0;
};

struct LineRecord { // one row of the PSA's lines: client, agreement and line together
    Client client;
    Agreement agreement;
    BilledLine line;
    std::string productName;
    std::string raw;
    int64_t row = 0;
};

struct ProductRecord {
    Product product;
    std::string raw;
    int64_t row = 0;
};

class RecordSink {
public:
    virtual ~RecordSink() = default;
    // A new file (or stream) begins: later records and rejects belong to it until finishFile.
    virtual Status beginFile(const BatchFile &file) = 0;
    virtual Status line(const LineRecord &record) = 0;
    virtual Status product(const ProductRecord &record) = 0;
    virtual Status count(const CountRecord &record) = 0;
    virtual Status asset(const AssetRecord &record) = 0;
    virtual Status account(const Account &account) = 0; // stated without a count or an asset: for names and domains
    virtual Status client(const Client &client) = 0;
    virtual Status unread(const Unread &what) = 0; // is there, but could not be read: unknown, not zero
    virtual Status reject(const RejectedRow &row) = 0;
    virtual Status warn(const RejectedRow &row) = 0;      // kept, but a person should know
    virtual Status finishFile(const BatchFile &file) = 0; // with its final counts
};

} // namespace br
