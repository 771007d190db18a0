// Account pack: the accounts of one batch as compact bytes: number, id, name and domain of each, by id.
//
// Format 1: a byte 1, how many, then per account: number, id, name, domain (bytes.h). Damaged bytes are refused, never read past.
// Thread rule: pure functions.
#pragma once

#include "core/base/result.h"
#include "core/domain/vendor.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace br {

struct StoredAccount {
    int64_t number = 0; // account.id in the file
    Account account;
};

struct AccountView {
    int64_t number = 0;
    std::string_view id;
    std::string_view name;
    std::string_view domain;
};

std::string packAccounts(std::vector<AccountView> accounts); // in any order
Result<std::vector<StoredAccount>> unpackAccounts(std::string_view bytes, const SourceName &source);

} // namespace br
