#include "core/base/text.h"
#include "core/tabular/xlsxbook.h"
#include "core/tabular/xlsxreader.h"

#include <QFile>
#include <QIODevice>

#include <unzip.h>

namespace br {

namespace {

// The current file of an open package, as a device that can only be read on.
class UnpackedDevice final : public QIODevice {
public:
    explicit UnpackedDevice(unzFile package)
        : m_package(package)
    {
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const auto wanted = static_cast<unsigned>(std::min<qint64>(size, 1 << 20));
        const int got = unzReadCurrentFile(m_package, data, wanted);
        if (got < 0)
            setErrorString(QStringLiteral("the packed data are damaged"));
        return got < 0 ? -1 : got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    unzFile m_package;
};

constexpr int caseInsensitive = 2; // of unzLocateFile

} // namespace

struct XlsxPart::Parts {
    unzFile package = nullptr;
    unz_file_info64 info{};
    std::unique_ptr<UnpackedDevice> device;
    bool isThere = false;
};

XlsxPart::XlsxPart(const std::string &path, const QString &part)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->package = unzOpen64(QFile::encodeName(toQString(path)).constData());
    m_parts->isThere = m_parts->package != nullptr && unzLocateFile(m_parts->package, toUtf8(part).c_str(), caseInsensitive) == UNZ_OK
        && unzGetCurrentFileInfo64(m_parts->package, &m_parts->info, nullptr, 0, nullptr, 0, nullptr, 0) == UNZ_OK;
}

XlsxPart::~XlsxPart()
{
    m_parts->device.reset();
    if (m_parts->package != nullptr)
        unzClose(m_parts->package); // closes the file in it too
}

bool XlsxPart::isThere() const { return m_parts->isThere; }

Status XlsxPart::open(const std::string &file, int64_t limit)
{
    const auto unpacked = static_cast<int64_t>(m_parts->info.uncompressed_size);
    const auto packed = static_cast<int64_t>(m_parts->info.compressed_size);
    constexpr int64_t harmless = 16'000'000;
    if (unpacked > limit || (unpacked > harmless && unpacked / XlsxReader::packingLimit > packed))
        return Error{Errc::InvalidInput,
            words("xlsx", "%1 unpacks to more than a workbook should (%2 MB); save it again, or export as CSV",
                {file, std::to_string(unpacked / 1'000'000)})};
    constexpr uLong encrypted = 1;
    m_parts->device = std::make_unique<UnpackedDevice>(m_parts->package);
    const bool locked = (m_parts->info.flag & encrypted) != 0;
    if (locked || unzOpenCurrentFile(m_parts->package) != UNZ_OK || !m_parts->device->open(QIODevice::ReadOnly))
        return Error{Errc::InvalidInput, words("xlsx", "%1 is damaged or has a password: a part of it cannot be unpacked", {file})};
    return {};
}

QIODevice &XlsxPart::device() { return *m_parts->device; }

int64_t XlsxPart::unpackedPosition() const { return static_cast<int64_t>(unztell64(m_parts->package)); }

int64_t XlsxPart::unpackedSize() const { return static_cast<int64_t>(m_parts->info.uncompressed_size); }

} // namespace br
