#include "connectors/rest/extract/warnings.h"

#include "core/base/text.h"

namespace br::rest {

Status Warnings::tell(int64_t row, const std::vector<Scratch::Note> &notes)
{
    for (const auto &note : notes) {
        if (note.rejects || !m_memory.told.insert({note.path, note.value}).second)
            continue;
        if (++m_times[{note.path, note.reason}] > mostOfAKind)
            continue;
        if (auto told = m_sink.warn({m_label, row, note.path, shortened(note.value), note.reason}); !told)
            return told;
    }
    return {};
}

std::vector<std::string> Warnings::remarks() const
{
    std::vector<std::string> all;
    for (const auto &[kind, times] : m_times) {
        if (times > mostOfAKind)
            all.push_back(words("rest", "%1: %2 values in all of %3: %4", {m_label, std::to_string(times), kind.first, kind.second}));
    }
    return all;
}

} // namespace br::rest
