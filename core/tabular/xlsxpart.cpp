#include "core/base/text.h"
#include "core/tabular/xlsxbook.h"
#include "core/tabular/xlsxreader.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace br {

struct XlsxPart::Parts {
    QuaZip package;
    QuaZipFile file;
    QuaZipFileInfo64 info;
    bool isThere = false;
};

XlsxPart::XlsxPart(const std::string &path, const QString &part)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->package.setZipName(toQString(path));
    m_parts->file.setZip(&m_parts->package);
    m_parts->isThere = m_parts->package.open(QuaZip::mdUnzip) && m_parts->package.setCurrentFile(part, QuaZip::csInsensitive)
        && m_parts->package.getCurrentFileInfo(&m_parts->info);
}

XlsxPart::~XlsxPart() = default;

bool XlsxPart::isThere() const { return m_parts->isThere; }

Status XlsxPart::open(const std::string &file, int64_t limit)
{
    const auto unpacked = static_cast<int64_t>(m_parts->info.uncompressedSize);
    const auto packed = static_cast<int64_t>(m_parts->info.compressedSize);
    constexpr int64_t harmless = 16'000'000;
    if (unpacked > limit || (unpacked > harmless && unpacked / XlsxReader::packingLimit > packed))
        return Error{Errc::InvalidInput,
            words("xlsx", "%1 unpacks to more than a workbook should (%2 MB); save it again, or export as CSV",
                {file, std::to_string(unpacked / 1'000'000)})};
    if (!m_parts->file.open(QIODevice::ReadOnly))
        return Error{Errc::InvalidInput, words("xlsx", "%1 is damaged or has a password: a part of it cannot be unpacked", {file})};
    return {};
}

QIODevice &XlsxPart::device() { return m_parts->file; }

int64_t XlsxPart::packedPosition() const { return m_parts->file.pos(); }

int64_t XlsxPart::unpackedSize() const { return static_cast<int64_t>(m_parts->info.uncompressedSize); }

} // namespace br
