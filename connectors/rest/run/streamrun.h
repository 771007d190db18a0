// StreamRun: reads one stream of a manifest: its list, or one list for each record of an earlier stream, into the sink.
//
// Lists of several parents have their first pages under way together, up to the manifest's concurrency; records come in the
// parents' order all the same. Errors: the first list that cannot be read or proved ends the run. Thread rule: one thread.
#pragma once

#include "connectors/rest/run/listwalk.h"

#include <deque>

namespace br::rest {

class StreamRun final {
public:
    StreamRun(RunRoom &room, const StreamSpec &stream, RecordSink &sink);
    Status read();

private:
    Result<ParentRecords> parents() const; // one null where the stream stands by itself
    Status readLists(const ParentRecords &parents);
    Status startUpTo(size_t window, const ParentRecords &parents);
    Status take(const Scope &record, int64_t page, const std::shared_ptr<const ParentRecord> &parent);
    void add(const ListFacts &facts);
    void tellRepeated();
    ReadStream readAs() const;
    Status tellUnread(const ListWalk &walk);

    RunRoom &m_room;
    const StreamSpec &m_stream;
    RecordSink &m_sink;
    Extractor m_extractor;
    std::deque<std::unique_ptr<ListWalk>> m_underWay;
    AskedLists m_asked;
    size_t m_started = 0;
    BatchFile m_file;
    Sha256 m_digests;
    bool m_allDeclared = true;
    bool m_hasNext = false; // of any list
    int64_t m_lists = 0;
    std::set<std::string> m_ends;
    int64_t m_rows = 0;
    int64_t m_unavailable = 0;
    ParentRecords m_kept; // for streams below
};

} // namespace br::rest
