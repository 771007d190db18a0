// StagingSink: the RecordSink of an open batch: each record to the side it belongs to, each remark to the findings.
//
// A record of the wrong side ends the import. Thread rule: the Database's thread.
#pragma once

#include "core/connect/recordsink.h"
#include "core/store/sourcestore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/findings.h"
#include "core/workspace/stagedassets.h"
#include "core/workspace/stagedcharges.h"
#include "core/workspace/stagedpsa.h"

namespace br {

class StagingSink final : public RecordSink {
public:
    StagingSink(Database &database, const StoredSource &source, Period period, int64_t batchId, const TallyRule &rule);

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

    Status finish();                                        // writes what was held back
    std::string assetDigest() { return m_assets.digest(); } // after finish()
    bool hasLines() const { return m_psa.hasLines(); }
    const std::vector<BatchFile> &files() const { return m_files; }
    Findings &findings() { return m_findings; }

private:
    struct Named { // of an account or meter, by its place in the Interner
        int64_t number = 0;
        std::string name;
        std::string domain;
    };
    Status wrongSide() const;
    Result<Named *> accountOf(std::string_view id, std::string_view name, std::string_view domain, int64_t row);
    Result<Named *> meterOf(std::string_view id, std::string_view name, int64_t row);
    void learnName(Named *known, std::string_view name, std::string_view id, const char *column, int64_t row);

    const StoredSource &m_source;
    int64_t m_batchId;
    Findings m_findings;
    VendorStore m_vendor;
    StagedPsa m_psa;
    StagedAssets m_assets;
    StagedCharges m_charges;
    Interner m_accountIds;
    Interner m_meterIds;
    std::vector<Named> m_accounts;
    std::vector<Named> m_meters;
    std::vector<BatchFile> m_files;
};

} // namespace br
