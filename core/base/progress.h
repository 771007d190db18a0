// Progress: how a long job tells how far it is and learns that the person cancelled.
//
// The job calls report() and polls cancelled() (at least every 50 ms of work). Thread rule: called on the job's thread;
// implementations hand over to the interface thread themselves.
#pragma once

#include <cstdint>
#include <string>

namespace br {

struct ProgressStep {
    std::string what;  // "Reading agent.csv", translated
    int64_t done = 0;  // rows, bytes or items
    int64_t total = 0; // 0: not known
    // Of a sync; empty elsewhere.
    std::string stream = {}; // "Devices"
    int64_t page = 0;        // of the stream, from 1
    int waitSeconds = 0;     // the vendor asked to slow down: so long until the next request
};

class Progress {
public:
    virtual ~Progress() = default;
    virtual void report(const ProgressStep &step) = 0;
    virtual bool cancelled() const = 0;
};

class NoProgress final : public Progress {
public:
    void report(const ProgressStep &) override { }
    bool cancelled() const override { return false; }
};

} // namespace br
