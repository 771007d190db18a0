// SafeFile: writes a whole file so that either the old one stays or the new one is complete on disk.
//
// Every write is compared with the size asked, the temporary file is synced, read back and compared by SHA-256, renamed
// over the target, and the folder is synced. (QSaveFile of Qt 6.4.2 reports success on a full disk after a short write.)
// Errors name the path. Thread rule: one thread a call; blocking.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace br {

struct WrittenFile {
    std::string path;
    std::string sha256; // hex, of the bytes on disk
    int64_t size = 0;
};

Result<WrittenFile> writeFileSafely(const std::string &path, std::string_view bytes);
// For writers that insist on a path of their own (libxlsxwriter, QPdfWriter): `fill` writes the temporary path it is given.
Result<WrittenFile> writeFileSafely(const std::string &path, const std::function<Status(const std::string &temporaryPath)> &fill);
Result<std::string> readWholeFile(const std::string &path, int64_t sizeLimit);
std::string sha256Hex(std::string_view bytes);

} // namespace br
