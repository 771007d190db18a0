// Warnings: what a person should know about the records of one stream, told to the sink, and by number where there are many.
//
// A value that the manifest does not know is told once. Thread rule: one thread. Errors are the sink's.
#pragma once

#include "connectors/rest/extract/extractor.h"

namespace br::rest {

class Warnings final {
public:
    Warnings(RecordSink &sink, RunMemory &memory, std::string label)
        : m_sink(sink)
        , m_memory(memory)
        , m_label(std::move(label))
    {
    }
    Status tell(int64_t row, const std::vector<Scratch::Note> &notes);
    std::vector<std::string> remarks() const;

private:
    static constexpr int64_t mostOfAKind = 50;
    RecordSink &m_sink;
    RunMemory &m_memory;
    std::string m_label;
    std::map<std::pair<std::string, std::string>, int64_t> m_times; // by path and reason
};

} // namespace br::rest
