#include "core/store/assetstore.h"

#include "core/base/text.h"

#include <map>

namespace br {

namespace {

Status visitPack(const AssetSection &section, const AssetStore::Visit &visit)
{
    AssetPackReader reader(section.pack);
    PackedAsset asset;
    auto next = reader.next(&asset);
    for (; next && *next; next = reader.next(&asset))
        visit(section.account, asset);
    return next ? Status() : Status(next.error());
}

std::string_view codeOf(KeyOf keyOf) { return keyOf == KeyOf::Name ? "name" : "id"; }

Error brokenPart(const char *what, int64_t batch, int64_t account, int64_t meter)
{
    return {Errc::Damaged,
        words("Store", "The stored evidence of batch %1 is damaged (%2, account %3, meter %4). Go back to a backup.",
            {std::to_string(batch), what, std::to_string(account), std::to_string(meter)})};
}

} // namespace

Status AssetStore::addSegment(int64_t batchId, int64_t meter, const AssetSegmentWriter &segment)
{
    return m_database.run(
        "asset/add_pack", batchId, meter, segment.firstAccount(), segment.lastAccount(), segment.assets(), Blob{segment.bytes()});
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
    std::map<std::pair<int64_t, int64_t>, int64_t> sums;
    int64_t *last = nullptr;
    TallyView before;
    const auto read = eachTallyOf(batchId, [&](const TallyView &tally) {
        if (!last || tally.meter != before.meter || tally.account != before.account)
            last = &sums[{tally.meter, tally.account}];
        before = tally;
        *last += tally.multiplicity;
    });
    if (!read)
        return read.error();
    std::vector<AssetTotal> totals;
    for (const auto &[of, assets] : sums)
        totals.push_back({of.second, of.first, assets});
    return totals;
}

Status AssetStore::visitPacks(Statement &packs, std::optional<int64_t> account, const Visit &visit)
{
    for (;;) {
        const auto more = packs.step();
        if (!more)
            return more.error();
        if (!*more)
            return {};
        AssetSegmentReader segment(packs.blob(0));
        AssetSection section;
        auto next = segment.next(&section);
        for (; next && *next; next = segment.next(&section)) {
            if (account && section.account != *account)
                continue;
            if (const auto read = visitPack(section, visit); !read)
                return read;
        }
        if (!next)
            return next.error();
    }
}

Status AssetStore::eachOfMeter(int64_t batchId, int64_t meter, const Visit &visit)
{
    auto packs = m_database.prepare("asset/packs_of_meter");
    if (!packs)
        return packs.error();
    packs->bindAll(batchId, meter);
    return visitPacks(*packs, {}, visit);
}

Status AssetStore::eachOfAccount(int64_t batchId, int64_t meter, int64_t account, const Visit &visit)
{
    auto packs = m_database.prepare("asset/packs_of_account");
    if (!packs)
        return packs.error();
    packs->bindAll(batchId, meter, account, account);
    return visitPacks(*packs, account, visit);
}

Status AssetStore::eachTallyOf(int64_t batchId, const std::function<void(const TallyView &)> &visit)
{
    Status unpacked;
    const auto unpack = [&](const Statement &row) {
        if (unpacked)
            unpacked = eachTally(row.blob(0), visit);
    };
    const auto read = m_database.each("asset/tallies", unpack, batchId);
    return read ? unpacked : read;
}

Result<std::vector<StoredTally>> AssetStore::tallies(int64_t batchId)
{
    std::vector<StoredTally> tallies;
    const auto read = eachTallyOf(batchId, [&tallies](const TallyView &tally) {
        tallies.push_back({tally.account, tally.meter, std::string(tally.assetClass), std::string(tally.status), tally.assigned,
            tally.ended, tally.lastSeen, tally.multiplicity});
    });
    if (!read)
        return read.error();
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
        const auto meter = row.integer(0);
        AssetSegmentReader segment(row.blob(2));
        AssetSection section;
        int64_t inRow = 0;
        auto next = segment.next(&section);
        for (; next && *next; next = segment.next(&section)) {
            int64_t found = 0;
            const auto read = visitPack(section, [&found](int64_t, const PackedAsset &) { ++found; });
            if (verdict && (!read || found != section.assets))
                verdict = brokenPart("a pack of assets", batchId, section.account, meter);
            counted[{section.account, meter}] += found;
            inRow += found;
        }
        if (verdict && (!next || inRow != row.integer(1)))
            verdict = brokenPart("a pack of assets", batchId, section.account, meter);
        assets += inRow;
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
