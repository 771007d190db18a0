#include "core/store/assetstore.h"

#include "core/base/text.h"

#include <map>

namespace br {

namespace {

std::string_view codeOf(KeyOf keyOf) { return keyOf == KeyOf::Name ? "name" : "id"; }

Error brokenPart(const char *what, int64_t batch, int64_t account, int64_t meter)
{
    return {Errc::Damaged,
        words("Store", "The stored evidence of batch %1 is damaged (%2, account %3, meter %4). Go back to a backup.",
            {std::to_string(batch), what, std::to_string(account), std::to_string(meter)})};
}

} // namespace

Status AssetStore::addPack(int64_t batchId, const AssetTotal &of, int64_t part, std::string_view packed)
{
    return m_database.run("asset/add_pack", batchId, of.account, of.meter, part, of.assets, Blob{packed});
}

Status AssetStore::addTallies(int64_t batchId, int64_t part, std::string_view packed)
{
    return m_database.run("asset/add_tallies", batchId, part, Blob{packed});
}

Status AssetStore::addKeys(int64_t batchId, int64_t meter, KeyOf keyOf, std::string_view hashes, std::string_view repeated)
{
    return m_database.run("asset/add_keys", batchId, meter, codeOf(keyOf), Blob{hashes}, Blob{repeated});
}

Result<std::vector<AssetTotal>> AssetStore::totals(int64_t batchId)
{
    std::vector<AssetTotal> totals;
    const auto read = m_database.each(
        "asset/totals",
        [&](const Statement &row) {
            totals.push_back({row.integer(0), row.integer(1), row.integer(2)});
        },
        batchId);
    if (!read)
        return read.error();
    return totals;
}

Status AssetStore::visitPacks(Statement &packs, const Visit &visit)
{
    PackedAsset asset;
    for (;;) {
        const auto more = packs.step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        AssetPackReader reader(packs.blob(1));
        const auto account = packs.integer(0);
        for (;;) {
            const auto next = reader.next(&asset);
            if (!next)
                return next.error();
            if (!*next)
                break;
            visit(account, asset);
        }
    }
}

Status AssetStore::eachOfMeter(int64_t batchId, int64_t meter, const Visit &visit)
{
    auto packs = m_database.prepare("asset/packs_of_meter");
    if (!packs)
        return packs.error();
    packs->bindAll(batchId, meter);
    return visitPacks(*packs, visit);
}

Status AssetStore::eachOfAccount(int64_t batchId, int64_t meter, int64_t account, const Visit &visit)
{
    auto packs = m_database.prepare("asset/packs_of_account");
    if (!packs)
        return packs.error();
    packs->bindAll(batchId, meter, account);
    return visitPacks(*packs, visit);
}

Result<std::vector<StoredTally>> AssetStore::tallies(int64_t batchId)
{
    std::vector<StoredTally> tallies;
    Status unpacked;
    const auto read = m_database.each(
        "asset/tallies",
        [&](const Statement &row) {
            if (unpacked)
                unpacked = unpackTallies(row.blob(0), &tallies);
        },
        batchId);
    if (!read)
        return read.error();
    if (!unpacked)
        return unpacked.error();
    return tallies;
}

Result<std::vector<AssetKey>> AssetStore::keys(int64_t batchId, int64_t meter, KeyOf keyOf)
{
    return readKeys("asset/keys", batchId, meter, keyOf);
}

Result<std::vector<AssetKey>> AssetStore::repeatedKeys(int64_t batchId, int64_t meter, KeyOf keyOf)
{
    return readKeys("asset/repeated", batchId, meter, keyOf);
}

Result<std::vector<AssetKey>> AssetStore::readKeys(std::string_view statement, int64_t batchId, int64_t meter, KeyOf keyOf)
{
    Result<std::vector<AssetKey>> keys = std::vector<AssetKey>();
    const auto read = m_database.each(
        statement, [&](const Statement &row) { keys = unpackKeys(row.blob(0)); }, batchId, meter, codeOf(keyOf));
    if (!read)
        return read.error();
    return keys;
}

Result<int64_t> AssetStore::verify(int64_t batchId)
{
    int64_t assets = 0;
    std::map<std::pair<int64_t, int64_t>, int64_t> counted; // account, meter -> assets
    Status verdict;
    const auto readPack = [&](const Statement &row) {
        AssetPackReader reader(row.blob(4));
        PackedAsset asset;
        int64_t found = 0;
        auto next = reader.next(&asset);
        for (; next && *next; next = reader.next(&asset))
            ++found;
        if (verdict && (!next || found != row.integer(3)))
            verdict = brokenPart("a pack of assets", batchId, row.integer(0), row.integer(1));
        counted[{row.integer(0), row.integer(1)}] += found;
        assets += found;
    };
    if (const auto read = m_database.each("asset/packs", readPack, batchId); !read)
        return read.error();
    if (!verdict)
        return verdict.error();
    const auto tallied = tallies(batchId);
    if (!tallied)
        return tallied.error();
    for (const auto &tally : *tallied)
        counted[{tally.account, tally.meter}] -= tally.multiplicity;
    for (const auto &[of, left] : counted) {
        if (left != 0)
            return brokenPart("counts and assets differ", batchId, of.first, of.second);
    }
    const auto readKeys = [&](const Statement &row) {
        if (verdict && (!unpackKeys(row.blob(2)) || !unpackKeys(row.blob(3))))
            verdict = brokenPart("asset keys", batchId, 0, row.integer(0));
    };
    if (const auto read = m_database.each("asset/all_keys", readKeys, batchId); !read)
        return read.error();
    if (!verdict)
        return verdict.error();
    return assets;
}

} // namespace br
