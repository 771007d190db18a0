#include "core/store/assetpack.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

constexpr uint8_t wholeTexts = 1;
constexpr uint8_t sharedStarts = 2;
constexpr size_t expectedBytes = 192;
enum Flag : uint8_t { HasAssigned = 1, HasEnded = 2, HasLastSeen = 4, HasRaw = 8, OtherFile = 16, SameLooks = 32 };
constexpr std::array<uint8_t, 3> dayFlags{HasAssigned, HasEnded, HasLastSeen};

Error damagedAssets()
{
    return {Errc::Damaged, words("Store", "The stored evidence is damaged: a pack of assets cannot be read. Go back to a backup."),
        "asset pack"};
}

uint8_t flagsOf(const PackedAsset &asset)
{
    unsigned flags = 0;
    flags |= asset.assigned ? unsigned(HasAssigned) : 0;
    flags |= asset.ended ? unsigned(HasEnded) : 0;
    flags |= asset.lastSeen ? unsigned(HasLastSeen) : 0;
    flags |= asset.raw.empty() ? 0 : unsigned(HasRaw);
    return static_cast<uint8_t>(flags);
}

} // namespace

size_t TextStart::sharedWith(std::string_view next)
{
    const auto length = std::min(next.size(), m_bytes.size());
    const auto *end = next.data() + std::min<size_t>(length, m_size);
    const auto shared = static_cast<size_t>(std::mismatch(next.data(), end, m_bytes.data()).first - next.data());
    std::copy(next.data() + shared, next.data() + length, m_bytes.data() + shared);
    m_size = static_cast<uint8_t>(length);
    return shared;
}

void AssetPackWriter::add(const PackedAsset &asset, uint32_t looks)
{
    if (m_bytes.empty()) {
        m_bytes.reserve(expectedBytes);
        m_bytes.push_back(static_cast<char>(sharedStarts));
    }
    unsigned flags = flagsOf(asset);
    const bool isOtherFile = asset.file != m_file;
    const bool isSameLooks = m_assets > 0 && looks == m_lastLooks;
    flags |= isOtherFile ? unsigned(OtherFile) : 0;
    flags |= isSameLooks ? unsigned(SameLooks) : 0;
    m_bytes.push_back(static_cast<char>(flags));
    if (isOtherFile) {
        putSigned(&m_bytes, asset.file - m_file);
        m_file = asset.file;
    }
    putSigned(&m_bytes, asset.row - m_row);
    m_row = asset.row;
    if (!isSameLooks)
        addLooks(asset, looks);
    const std::array<const MaybeDay *, 3> days{&asset.assigned, &asset.ended, &asset.lastSeen};
    for (size_t i = 0; i < days.size(); ++i) {
        if (!*days[i])
            continue;
        putSigned(&m_bytes, int64_t{(*days[i])->number()} - m_days[i]);
        m_days[i] = (*days[i])->number();
    }
    const auto putRest = [this](TextStart *before, std::string_view text) {
        const auto shared = before->sharedWith(text);
        putNumber(&m_bytes, shared);
        putText(&m_bytes, text.substr(shared));
    };
    putRest(&m_id, asset.id);
    putRest(&m_name, asset.name);
    if (!asset.raw.empty())
        putText(&m_bytes, asset.raw);
    ++m_assets;
}

void AssetPackWriter::addLooks(const PackedAsset &asset, uint32_t looks)
{
    m_lastLooks = looks;
    size_t place = 0;
    while (place < m_looks.size() && m_looks[place] != looks)
        ++place;
    putNumber(&m_bytes, place);
    if (place < m_looks.size())
        return;
    m_looks.push_back(looks);
    putText(&m_bytes, asset.assetClass);
    putText(&m_bytes, asset.status);
}

void AssetPackWriter::clear()
{
    // Assigning an empty string would keep the memory.
    std::string().swap(m_bytes);
    std::vector<uint32_t>().swap(m_looks);
    m_days = {};
    m_id = {};
    m_name = {};
    m_file = 0;
    m_row = 0;
    m_assets = 0;
}

AssetPackReader::AssetPackReader(std::string_view bytes)
    : m_reader(bytes)
    , m_format(m_reader.byte())
{
}

Result<bool> AssetPackReader::next(PackedAsset *asset)
{
    if (m_format != wholeTexts && m_format != sharedStarts)
        return damagedAssets();
    if (m_reader.isAtEnd())
        return m_reader.isGood() ? Result<bool>(false) : Result<bool>(damagedAssets());
    const auto flags = m_reader.byte();
    if (flags & OtherFile)
        m_file += m_reader.signedNumber();
    m_row += m_reader.signedNumber();
    if (!(flags & SameLooks) && !readLooks())
        return damagedAssets();
    if (m_look >= m_looks.size())
        return damagedAssets();
    asset->file = m_file;
    asset->row = m_row;
    asset->assetClass = m_looks[m_look].first;
    asset->status = m_looks[m_look].second;
    const std::array<MaybeDay *, 3> days{&asset->assigned, &asset->ended, &asset->lastSeen};
    for (size_t i = 0; i < days.size(); ++i) {
        *days[i] = {};
        if (!(flags & dayFlags[i]))
            continue;
        m_days[i] = static_cast<int32_t>(m_days[i] + m_reader.signedNumber());
        *days[i] = Day::fromNumber(m_days[i]);
    }
    asset->id = readText(&m_id);
    asset->name = readText(&m_name);
    asset->raw = flags & HasRaw ? m_reader.text() : std::string_view();
    return m_reader.isGood() ? Result<bool>(true) : Result<bool>(damagedAssets());
}

std::string_view AssetPackReader::readText(std::string *before)
{
    if (m_format == wholeTexts)
        return m_reader.text();
    const auto shared = m_reader.number();
    const auto rest = m_reader.text();
    if (shared > before->size())
        m_reader.fail();
    else
        before->replace(shared, std::string::npos, rest);
    return *before;
}

bool AssetPackReader::readLooks()
{
    m_look = m_reader.number();
    if (m_look == m_looks.size()) {
        const auto assetClass = m_reader.text();
        m_looks.emplace_back(assetClass, m_reader.text());
    }
    return m_reader.isGood() && m_look < m_looks.size();
}

} // namespace br
