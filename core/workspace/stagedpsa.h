// StagedPsa: the PSA side of an open batch: clients, agreements and products said on many rows become one of each.
//
// What is stated first wins; another row that says otherwise is a warning. A line id used again for other content is rejected.
// Lines are written as they come, the rest by finish(). Thread rule: the Database's thread.
#pragma once

#include "core/connect/recordsink.h"
#include "core/store/psastore.h"
#include "core/workspace/findings.h"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace br {

class StagedPsa final {
public:
    StagedPsa(Database &database, int64_t batchId, Findings &findings);
    Status line(const LineRecord &record);
    void product(const ProductRecord &record);
    void client(const Client &client);
    bool hasLines() const { return !m_pack.isEmpty(); }
    Status finish(); // writes; Refused where parents go in a circle

private:
    bool isAcceptable(const LineRecord &record);
    bool isRepeated(const LineRecord &record, bool *isRejected);
    void learn(const Client &client, int64_t row);
    size_t agreementOf(const Agreement &agreement, int64_t row);
    Status judgeParents();

    PsaStore m_store;
    LinePackWriter m_pack;
    int64_t m_batchId;
    Findings &m_findings;
    std::vector<Client> m_clients;
    std::unordered_map<std::string, size_t> m_clientPlaces;
    std::vector<Agreement> m_agreements;
    std::unordered_map<std::string, std::vector<size_t>> m_agreementPlaces; // client '\n' agreement
    std::map<std::string, Product> m_products;                              // stated
    std::map<std::string, std::string> m_productNames;                      // said by lines only
    struct Seen {
        size_t content = 0; // hash of everything but the row
        int64_t row = 0;
    };
    std::unordered_map<std::string, Seen> m_lines;
};

} // namespace br
