// SafeFile: writes a whole file so that either the old one stays or the new one is complete on disk.
//
// Every write is compared with the size asked, the temporary file is synced, read back and compared by SHA-256, renamed
// over the target, and the folder is synced. (QSaveFile of Qt 6.4.2 reports success on a full disk after a short write.)
// Errors name the path. Thread rule: one thread a call; blocking.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace br {

struct WrittenFile {
    std::string path;
    std::string sha256; // hex, of the bytes on disk
    int64_t size = 0;
};

// Written, synced and read back beside its place, and not yet in it: for what must be recorded before it is there. Gone again
// unless it is put in place.
class PreparedFile final {
public:
    static Result<PreparedFile> make(const std::string &path, std::string_view bytes);
    // For writers that insist on a path of their own (libxlsxwriter, QPdfWriter): `fill` writes the temporary path it is given.
    static Result<PreparedFile> make(const std::string &path, const std::function<Status(const std::string &temporaryPath)> &fill);
    static Result<PreparedFile> copyOf(const std::string &from, const std::string &path); // the bytes and the permissions
    PreparedFile(PreparedFile &&) noexcept;
    ~PreparedFile();
    const WrittenFile &written() const;
    Status putInPlace();

private:
    struct Parts;
    explicit PreparedFile(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

// Both at once.
Result<WrittenFile> writeFileSafely(const std::string &path, std::string_view bytes);
Result<WrittenFile> writeFileSafely(const std::string &path, const std::function<Status(const std::string &temporaryPath)> &fill);
Result<WrittenFile> copyFileSafely(const std::string &from, const std::string &to);
Result<std::string> readWholeFile(const std::string &path, int64_t sizeLimit);
std::string sha256Hex(std::string_view bytes);

} // namespace br
