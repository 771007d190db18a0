// FileHash: SHA-256 of a file, computed on a thread of its own while the file is looked through and read.
//
// Begins when it is made; a file that is then refused is not waited for. Thread rule: one thread makes, takes and ends it.
#pragma once

#include "core/base/result.h"

#include <atomic>
#include <future>
#include <string>

namespace br {

class FileHash final {
public:
    explicit FileHash(const std::string &path); // what is no ordinary file is not opened: it may never end
    ~FileHash() { m_isStopped = true; }
    FileHash(const FileHash &) = delete;
    FileHash &operator=(const FileHash &) = delete;

    Result<std::string> take() { return m_result.get(); } // waits; once

private:
    Result<std::string> hash(const std::string &path) const;

    std::atomic_bool m_isStopped = false;
    std::future<Result<std::string>> m_result; // last: its end waits for the thread
};

} // namespace br
