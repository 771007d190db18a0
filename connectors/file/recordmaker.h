// RecordMaker: makes the records of one row from its slots and hands them to the sink, or rejects the row whole.
//
// Nothing of a rejected row is sent. Charges of layouts with netting are kept until the batch's last file is finished. Ids that a file
// lacks are made here (layouts/README.md says how). Thread rule: one thread. Errors are the sink's.
#pragma once

#include "connectors/file/cellreader.h"
#include "connectors/file/findings.h"
#include "connectors/file/namesapart.h"
#include "connectors/file/netting.h"
#include "connectors/file/tenantoffile.h"

#include <map>
#include <set>
#include <unordered_set>
#include <variant>

namespace br {

// What must be known over all files of one batch.
struct BatchMemory {
    struct Line {
        std::string file;
        int64_t row = 0;
        size_t content = 0;
    };
    std::map<std::string, Line, std::less<>> lines; // by line id
    std::map<std::string, int> madeLineIds;         // made id -> how often
    std::unordered_set<size_t> subscriptions;       // rows that name one, by all their cells
    NamesApart apart;
    TenantNames tenants; // that names of files gave
    Netting netting;     // of all files: a charge and its correction may stand in two of them
    bool isLastFile = true;
    bool hasCharges = false; // a file of charges states what was charged in its month, not what there is
};

// What the rows of one file tell about its month: the months they charge, and the newest day an asset was seen.
struct MonthVotes {
    std::map<Period, int64_t> rows;
    MaybeDay newestSeen;
};

class RecordMaker final {
public:
    RecordMaker(const Layout &layout, RecordSink &sink, Findings &findings, const CellStyle &style, BatchMemory &memory, std::string file);

    // A row that may be a footer is left out where it cannot be read, not rejected.
    Status take(RowValues &values, int64_t row, std::string_view raw, bool mayBeFooter = false);
    // What a rejected row would have counted is unknown, not zero. Without a meter it may be any of the account's.
    Status tellUnread(int64_t row, std::string_view account, std::string_view meter, const std::string &reason);
    Status finish();
    const MonthVotes &months() const { return m_months; }

private:
    struct MadeLine {
        LineRecord record;
        size_t content = 0; // of all its slots
    };
    using Made = std::variant<MadeLine, ProductRecord, Charge>;
    Status takeAsset(int64_t row, std::string_view raw);
    Status takeRecords(RowValues &values, int64_t row, std::string_view raw);
    bool makeAll(RowValues &values, int64_t row, std::string_view raw);
    void makeOne(const RecordRule &rule, int64_t row, std::string_view raw);
    void readAsset(AssetRecord &asset, int64_t row, std::string_view raw);
    MadeLine readLine(int64_t row, std::string_view raw);
    ProductRecord readProduct(int64_t row, std::string_view raw);
    Charge readCharge(int64_t row, std::string_view raw);
    void tellRepeated(const Charge &charge);
    int monthsOfCost(const Charge &charge) const;
    void giveLineIds(LineRecord &record);
    void readPeriod();
    Status send(Made &made);
    Status sendNetted(const NettedCount &netted);
    Status rejectProblem(int64_t row);
    Status tellUnknown(int64_t row, const std::string &reason);
    Status putUnread(int64_t row, std::string_view account, std::string_view meter, const std::string &reason);
    Status tellRemarks(int64_t row);

    const Layout &m_layout;
    RecordSink &m_sink;
    Findings &m_findings;
    RowValues *m_values = nullptr;
    CellStyle m_style;
    BatchMemory &m_memory;
    std::string m_file;
    std::optional<CellReader> m_cells;
    MonthVotes m_months;
    std::vector<Made> m_made;
    std::vector<AssetRecord> m_assets; // views into the row's values
    bool m_mayBeFooter = false;
    bool m_isPlainAsset = false; // one asset a row, no steps: the hot path
};

} // namespace br
