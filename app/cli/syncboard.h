// SyncBoard: one line a source at a terminal while sources are synced: stream, page, rows, and how long the vendor makes us wait.
//
// Nothing is drawn where standard error is no terminal. Thread rule: the caller holds one lock around every call.
#pragma once

#include "core/base/id.h"
#include "core/base/progress.h"

#include <chrono>
#include <map>

namespace br::cli {

class SyncBoard final {
public:
    SyncBoard();
    void set(const SourceName &source, const ProgressStep &step);
    void remove(const SourceName &source);
    void draw(); // over what was drawn before
    void clear();

    static std::string lineOf(const SourceName &source, const ProgressStep &step, std::chrono::seconds since);

private:
    struct Entry {
        ProgressStep step;
        std::chrono::steady_clock::time_point at;
    };
    bool m_isTerminal;
    size_t m_drawn = 0; // lines
    std::map<SourceName, Entry> m_entries;
};

} // namespace br::cli
