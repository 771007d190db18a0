// PsaStore: clients, agreements, billed lines and products of one PSA batch.
//
// Agreements are named by their ordinal in the batch while they are written. Thread rule: the Database's thread.
#pragma once

#include "core/domain/psa.h"
#include "core/store/database.h"
#include "core/store/linepack.h"

#include <vector>

namespace br {

struct LineEvidence {
    std::string raw;  // JSON object of columns no field took; empty: none
    int64_t file = 0; // ordinal of the batch's file
    int64_t row = 0;  // in its file
};

class PsaStore final {
public:
    explicit PsaStore(Database &database)
        : m_database(database)
    {
    }
    Status addClient(int64_t batchId, const Client &client);
    Status addAgreement(int64_t batchId, int64_t ordinal, const Agreement &agreement);
    Status addLine(int64_t batchId, int64_t agreementOrdinal, const BilledLine &line, const LineEvidence &evidence);
    Status addProduct(int64_t batchId, const Product &product);
    // The same lines once more in one piece, which lines() reads.
    Status addLinePack(int64_t batchId, const LinePackWriter &pack);

    Result<std::vector<Client>> clients(int64_t batchId); // by id
    // What the latest earlier period's batch of a source in use says of a client.
    Result<std::optional<Client>> clientBefore(const ClientId &client, Period period);
    Result<std::vector<Agreement>> agreements(int64_t batchId); // by ordinal
    Result<std::vector<BilledLine>> lines(int64_t batchId);     // as read
    Result<std::vector<BilledLine>> linesOf(int64_t batchId, const ClientId &client);
    Result<std::vector<Product>> products(int64_t batchId); // by id
    // How many there are; Damaged where the pack and the rows differ.
    Result<int64_t> verifyLines(int64_t batchId);

private:
    Database &m_database;
};

} // namespace br
