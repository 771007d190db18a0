// CliProgress: tells how far a long verb is, on a terminal only, and turns Ctrl+C into a clean cancel.
//
// While one exists, the first Ctrl+C (or SIGTERM) asks the verb to cancel and the second ends the program; the state before
// is put back by the destructor. Thread rule: at most one, on the main thread; cancelled() from any thread.
#pragma once

#include "core/base/progress.h"

#include <chrono>

namespace br::cli {

class CliProgress final : public Progress {
public:
    CliProgress();
    ~CliProgress() override;
    CliProgress(const CliProgress &) = delete;
    CliProgress &operator=(const CliProgress &) = delete;

    void report(const ProgressStep &step) override;
    bool cancelled() const override;

private:
    bool m_terminal = false;
    bool m_shown = false;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace br::cli
