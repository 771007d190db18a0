// BatchDigest: one SHA-256 over everything that a batch holds, in a fixed order.
//
// Made when the batch is complete and kept in its event of the chained log, so that `check` can tell whether another program
// altered a row since: a vendor's count, a line beside its pack, an account, an asset. Thread rule: the Database's thread.
#pragma once

#include "core/store/database.h"

#include <string>

namespace br {

// `assets`: of its packed assets (core/store/assetdigest.h), known already while they were written.
Result<std::string> batchDigest(Database &database, int64_t batchId, const std::string &assets);

} // namespace br
