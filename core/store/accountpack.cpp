#include "core/store/accountpack.h"

#include "core/base/bytes.h"
#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

constexpr char accountPackFormat = 1;

} // namespace

std::string packAccounts(std::vector<AccountView> accounts)
{
    std::ranges::sort(accounts, {}, &AccountView::id);
    size_t size = 16;
    for (const auto &account : accounts)
        size += account.id.size() + account.name.size() + account.domain.size() + 10;
    std::string out;
    out.reserve(size);
    out.push_back(accountPackFormat);
    putNumber(&out, accounts.size());
    for (const auto &account : accounts) {
        putNumber(&out, static_cast<uint64_t>(account.number));
        putText(&out, account.id);
        putText(&out, account.name);
        putText(&out, account.domain);
    }
    return out;
}

Result<std::vector<StoredAccount>> unpackAccounts(std::string_view bytes, const SourceName &source)
{
    const auto damaged = [] {
        return Error{Errc::Damaged, words("Store", "The stored evidence is damaged: the accounts cannot be read. Go back to a backup."),
            "account pack"};
    };
    ByteReader reader(bytes);
    if (reader.byte() != accountPackFormat)
        return damaged();
    const auto count = reader.number();
    if (count > bytes.size())
        return damaged();
    std::vector<StoredAccount> accounts;
    accounts.reserve(count);
    for (uint64_t i = 0; i < count; ++i) {
        const auto number = static_cast<int64_t>(reader.number());
        const auto id = reader.text();
        const auto name = reader.text();
        accounts.push_back({number, {source, AccountId(std::string(id)), std::string(name), std::string(reader.text())}});
    }
    if (!reader.isGood() || !reader.isAtEnd())
        return damaged();
    return accounts;
}

} // namespace br
