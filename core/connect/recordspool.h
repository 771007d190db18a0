// RecordSpool: a RecordSink that keeps what a connector reads in a private temporary file, to be replayed once it is complete.
//
// A sync may take an hour; the workspace is not locked for it. The file lies beside the workspace (<workspace>.sync-XXXXXX, for
// its owner only), holds no secret, and goes with the spool. Memory does not grow with records. A stream without a hash of its
// own gets the SHA-256 of its records. Errors: Io (disk full: names the file; every later call fails too), Damaged (the file is
// not what was written: replay tells the sink nothing more). Thread rule: one thread at a time; it may move between threads.
#pragma once

#include "core/base/progress.h"
#include "core/connect/recordsink.h"

#include <memory>
#include <string>

namespace br {

class RecordSpool final : public RecordSink {
public:
    static Result<std::unique_ptr<RecordSpool>> create(const std::string &workspacePath);
    ~RecordSpool() override;
    RecordSpool(const RecordSpool &) = delete;
    RecordSpool &operator=(const RecordSpool &) = delete;

    Status beginFile(const BatchFile &file) override;
    Status line(const LineRecord &record) override;
    Status product(const ProductRecord &record) override;
    Status count(const CountRecord &record) override;
    Status asset(const AssetRecord &record) override;
    Status account(const Account &account) override;
    Status client(const Client &client) override;
    Status unread(const Unread &what) override;
    Status reject(const RejectedRow &row) override;
    Status warn(const RejectedRow &row) override;
    Status finishFile(const BatchFile &file) override;

    Status finish(); // everything is on its way to disk; nothing may be added
    // Every call again, in order. `cancelled` is asked now and then.
    Status replay(RecordSink &sink, const Progress &progress);
    int64_t records() const; // lines, products, counts and assets
    const std::string &path() const;

    // Removes what killed syncs left beside the workspace. Only for the holder of its lock.
    static void sweep(const std::string &workspacePath);

private:
    struct Parts;
    explicit RecordSpool(std::unique_ptr<Parts> parts);
    Status put(char kind); // the frame in m_parts->frame
    std::unique_ptr<Parts> m_parts;
};

} // namespace br
