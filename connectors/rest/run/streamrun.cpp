#include "connectors/rest/run/streamrun.h"

#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

constexpr int64_t unavailableTold = 20; // one by one; the others by number

} // namespace

StreamRun::StreamRun(RunRoom &room, const StreamSpec &stream, RecordSink &sink)
    : m_room(room)
    , m_stream(stream)
    , m_sink(sink)
    , m_extractor(room.manifest, stream, room.memory, sink)
    , m_asked(stream)
{
    m_file.name = stream.label;
    m_file.layout = room.manifest.info.id + ' ' + room.manifest.info.version;
}

Result<ParentRecords> StreamRun::parents() const
{
    if (m_stream.forEach.empty()) {
        const bool isRead = holdAll(m_stream.only, m_room.scope);
        return isRead ? ParentRecords{nullptr} : ParentRecords{};
    }
    const auto known = m_room.parents.find(m_stream.forEach);
    if (known == m_room.parents.end())
        return ParentRecords{};
    ParentRecords chosen;
    for (const auto &parent : known->second) {
        Scope scope = m_room.scope;
        scope.parent = parent.get();
        scope.record = parent->tree.root(); // a condition may say "status" or "$parent.status"
        if (holdAll(m_stream.only, scope))
            chosen.push_back(parent);
    }
    if (std::cmp_greater(chosen.size(), m_room.manifest.pace.budget))
        return Error{Errc::Refused,
            words("rest", "%1 would take %2 requests, and the manifest allows %3 in one sync (pace.budget)",
                {m_stream.label, std::to_string(chosen.size()), std::to_string(m_room.manifest.pace.budget)})};
    return chosen;
}

Status StreamRun::startUpTo(size_t window, const ParentRecords &parents)
{
    while (m_started < parents.size() && m_underWay.size() < window) {
        auto walk = std::make_unique<ListWalk>(m_room, m_stream, parents[m_started++]);
        if (const auto prepared = walk->prepare(); !prepared)
            return prepared;
        if (!walk->isNew(m_asked))
            continue; // of a parent that came before
        if (const auto started = walk->start(); !started)
            return started;
        m_underWay.push_back(std::move(walk));
    }
    return {};
}

Status StreamRun::take(const Scope &record, int64_t page, const std::shared_ptr<const ParentRecord> &parent)
{
    if (m_stream.isParent) {
        auto kept = std::make_shared<ParentRecord>();
        kept->tree = JsonTree::copyOf(record.record);
        kept->key = record.key;
        kept->parent = parent;
        m_kept.push_back(std::move(kept));
        if (std::cmp_greater(m_kept.size(), m_room.manifest.pace.budget))
            return Error{Errc::Refused,
                words("rest", "%1 holds more records than requests may be made for them (%2, pace.budget)",
                    {m_stream.label, std::to_string(m_room.manifest.pace.budget)})};
    }
    return m_extractor.take(record, page);
}

void StreamRun::add(const ListFacts &facts)
{
    m_file.pages += facts.pages;
    m_file.bytes += facts.bytes;
    m_rows += facts.rows;
    ++m_lists;
    m_hasNext = m_hasNext || facts.hasNext;
    if (!facts.ended.empty())
        m_ends.insert(facts.ended);
    m_allDeclared = m_allDeclared && facts.declared;
    if (facts.declared)
        m_file.declaredTotal = m_file.declaredTotal.value_or(0) + *facts.declared;
    if (facts.unavailable.empty())
        return;
    if (++m_unavailable <= unavailableTold)
        m_room.warnings.push_back(facts.unavailable);
}

// Two parents with one id would count everything twice.
void StreamRun::tellRepeated()
{
    if (m_asked.again() > 0)
        m_room.warnings.push_back(words("rest",
            "%1: %2 lists would have been asked for a second time, for records of \"%3\" with the same id; each was read once",
            {m_stream.label, std::to_string(m_asked.again()), m_stream.forEach}));
}

ReadStream StreamRun::readAs() const
{
    ReadStream read{
        m_stream.label, m_lists, m_file.pages, m_rows, m_file.declaredTotal, {m_ends.begin(), m_ends.end()}, m_extractor.absent()};
    if (m_stream.paging.next && !m_hasNext && m_file.pages > 0)
        read.absent.push_back("paging.next (" + m_stream.paging.next->written + ")");
    return read;
}

// What was not read is unknown: the accounts and meters that the list would have told of, as far as they are known without it.
Status StreamRun::tellUnread(const ListWalk &walk)
{
    if (walk.facts().unavailable.empty())
        return {};
    Scope scope = m_room.scope;
    scope.parent = walk.parent().get();
    Scratch scratch;
    std::vector<Unread> all; // several records of one list are one gap
    for (const auto &spec : m_stream.emits) {
        if (spec.record != RecordKind::Asset && spec.record != RecordKind::Count)
            continue;
        Unread what{{}, {}, {}, walk.facts().unavailable};
        for (const auto &made : spec.fields) {
            if (made.slot == field::AccountId && walk.parent())
                what.account = AccountId(std::string(br::rest::read(made.value, scope, scratch).value_or("")));
            if (made.slot == field::MeterId && made.value.form == FieldSpec::Form::Constant)
                what.meter = MeterId(made.value.constant);
        }
        if (std::ranges::find(all, what) == all.end())
            all.push_back(std::move(what));
    }
    for (const auto &what : all) {
        if (const auto told = m_sink.unread(what); !told)
            return told;
    }
    return {};
}

Status StreamRun::readLists(const ParentRecords &parents)
{
    const auto together = static_cast<size_t>(std::max(1, m_room.manifest.pace.concurrency));
    Answer answer;
    while (m_started < parents.size() || !m_underWay.empty()) {
        if (const auto started = startUpTo(1, parents); !started)
            return started;
        if (m_underWay.empty())
            break;
        // The first pages of the next parents are under way while this one is read.
        if (const auto started = m_underWay.front()->isOneByOne() ? Status() : startUpTo(together, parents); !started)
            return started;
        const auto walk = std::move(m_underWay.front());
        m_underWay.pop_front();
        const auto taken = [this, &walk](const Scope &record, int64_t page) { return take(record, page, walk->parent()); };
        if (const auto read = walk->walk(taken, m_rows, m_digests, answer); !read)
            return read;
        add(walk->facts());
        if (const auto told = tellUnread(*walk); !told)
            return told;
    }
    return {};
}

Status StreamRun::read()
{
    const auto lists = parents();
    if (!lists)
        return lists.error();
    if (lists->empty() && m_stream.forEach.empty())
        return {}; // not of this connection
    if (const auto begun = m_sink.beginFile(m_file); !begun)
        return begun;
    if (const auto done = readLists(*lists); !done)
        return done;
    if (const auto done = m_extractor.finish(); !done)
        return done;
    const auto &counts = m_extractor.counts();
    m_file.rowsKept = counts.kept;
    m_file.rowsRejected = counts.rejected;
    m_file.rowsIn = counts.kept + counts.rejected;
    m_file.sha256 = m_digests.hex();
    if (!m_allDeclared)
        m_file.declaredTotal.reset();
    m_room.read.push_back(readAs());
    tellRepeated();
    std::ranges::copy(m_extractor.remarks(), std::back_inserter(m_room.warnings));
    if (m_unavailable > unavailableTold)
        m_room.warnings.push_back(
            words("rest", "%1: %2 more lists are not available", {m_stream.label, std::to_string(m_unavailable - unavailableTold)}));
    if (m_stream.isParent)
        m_room.parents[m_stream.id] = std::move(m_kept);
    return m_sink.finishFile(m_file);
}

} // namespace br::rest
