#include "core/store/assetsegment.h"

#include "core/base/text.h"

namespace br {

namespace {

constexpr char assetSegmentFormat = 1;
constexpr size_t roomForHead = 12; // of a pack: account, assets, length; numbers are small

} // namespace

AssetSegmentWriter::AssetSegmentWriter(size_t packs, size_t bytes) { m_bytes.reserve(1 + packs * roomForHead + bytes); }

void AssetSegmentWriter::add(int64_t account, uint32_t assets, std::string_view pack)
{
    if (isEmpty()) {
        m_bytes.push_back(assetSegmentFormat);
        m_first = account;
    }
    m_last = account;
    m_assets += assets;
    putSigned(&m_bytes, account);
    putNumber(&m_bytes, assets);
    putText(&m_bytes, pack);
}

AssetSegmentReader::AssetSegmentReader(std::string_view bytes)
    : m_reader(bytes)
    , m_isKnown(m_reader.byte() == assetSegmentFormat)
{
}

Result<bool> AssetSegmentReader::next(AssetSection *section)
{
    if (m_isKnown && m_reader.isGood() && m_reader.isAtEnd())
        return false;
    section->account = m_reader.signedNumber();
    section->assets = static_cast<int64_t>(m_reader.number());
    section->pack = m_reader.text();
    if (m_isKnown && m_reader.isGood())
        return true;
    return Error{Errc::Damaged, words("Store", "The stored evidence is damaged: a pack of assets cannot be read. Go back to a backup."),
        "asset segment"};
}

} // namespace br
