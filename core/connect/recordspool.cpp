#include "core/connect/recordspool.h"

#include "core/base/bytes.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/connect/recordcodec.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <algorithm>
#include <optional>

namespace br {

namespace {

using recordcodec::Kind;

const QString mark = QStringLiteral(".sync-");
constexpr size_t chunk = size_t{256} << 10;
constexpr uint64_t longestFrame = uint64_t{256} << 20;

} // namespace

struct RecordSpool::Parts {
    QTemporaryFile file;
    std::string path;
    std::string buffer; // not yet in the file
    std::string frame;
    Sha256 whole;
    Sha256 stream;
    std::optional<Error> broken;
    int64_t records = 0;
    bool isFinished = false;

    Error fail(const std::string &why)
    {
        broken = Error{Errc::Io, words("Sync", "%1 cannot be written: %2. Make room there, then sync again.", {path, why})};
        return *broken;
    }

    Status flush()
    {
        whole.add(buffer);
        size_t done = 0;
        while (done < buffer.size()) {
            const auto put = file.write(buffer.data() + done, static_cast<qint64>(buffer.size() - done));
            if (put <= 0)
                return fail(toUtf8(file.errorString()));
            done += static_cast<size_t>(put);
        }
        buffer.clear();
        if (!file.flush())
            return fail(toUtf8(file.errorString()));
        return {};
    }

    Error damaged() const
    {
        return {Errc::Damaged, words("Sync", "%1 is not what this sync wrote into it. Nothing was stored; sync again.", {path})};
    }
};

namespace {

// Frames of the file, one after the other, in constant memory.
class FrameReader final {
public:
    explicit FrameReader(QFile &file)
        : m_file(file)
    {
    }
    // False: no whole frame is left. `payload` is valid until the next call.
    bool next(Kind *kind, std::string_view *payload)
    {
        m_at = m_end;
        size_t head = 0;
        uint64_t length = 0;
        while (!readHead(&head, &length)) {
            if (!fill())
                return false;
        }
        if (length > longestFrame)
            return false;
        while (m_bytes.size() - m_at < head + length) {
            if (!fill())
                return false;
        }
        *kind = static_cast<Kind>(m_bytes[m_at]);
        *payload = std::string_view(m_bytes).substr(m_at + head, length);
        m_end = m_at + head + length;
        return true;
    }
    std::string_view frame() const { return std::string_view(m_bytes).substr(m_at, m_end - m_at); }
    bool isAtEnd() { return m_end == m_bytes.size() && m_file.atEnd(); }

private:
    bool readHead(size_t *head, uint64_t *length) const
    {
        *length = 0;
        unsigned shift = 0;
        for (size_t i = m_at + 1; i < m_bytes.size() && shift < 64; ++i, shift += 7) {
            const auto byte = static_cast<unsigned char>(m_bytes[i]);
            *length |= uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80) {
                *head = i + 1 - m_at;
                return true;
            }
        }
        return false;
    }
    bool fill()
    {
        m_bytes.erase(0, m_at);
        m_end -= m_at;
        m_at = 0;
        const auto before = m_bytes.size();
        m_bytes.resize(before + chunk);
        const auto got = m_file.read(m_bytes.data() + before, static_cast<qint64>(chunk));
        m_bytes.resize(before + static_cast<size_t>(std::max<qint64>(got, 0)));
        return got > 0;
    }

    QFile &m_file;
    std::string m_bytes;
    size_t m_at = 0;  // the frame
    size_t m_end = 0; // behind it
};

} // namespace

RecordSpool::RecordSpool(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

RecordSpool::~RecordSpool() = default;

Result<std::unique_ptr<RecordSpool>> RecordSpool::create(const std::string &workspacePath)
{
    auto parts = std::make_unique<Parts>();
    parts->file.setFileTemplate(toQString(workspacePath) + mark + QStringLiteral("XXXXXX"));
    parts->path = workspacePath + toUtf8(mark) + "…";
    if (!parts->file.open())
        return parts->fail(toUtf8(parts->file.errorString()));
    // Asking for the name gives it one: some systems make the file without.
    parts->path = toUtf8(parts->file.fileName());
    parts->buffer.reserve(2 * chunk);
    return std::unique_ptr<RecordSpool>(new RecordSpool(std::move(parts)));
}

Status RecordSpool::put(char kind)
{
    auto &parts = *m_parts;
    if (parts.broken)
        return *parts.broken;
    if (parts.isFinished)
        return Error{Errc::Internal, words("Sync", "Records came after the end of the sync.")};
    parts.buffer.push_back(kind);
    putNumber(&parts.buffer, parts.frame.size());
    parts.buffer += parts.frame;
    parts.stream.add(parts.frame);
    parts.frame.clear();
    return parts.buffer.size() >= chunk ? parts.flush() : Status();
}

Status RecordSpool::beginFile(const BatchFile &file)
{
    recordcodec::write(&m_parts->frame, file);
    auto done = put(static_cast<char>(Kind::BeginFile));
    (void)m_parts->stream.hex(); // begins anew
    return done;
}

Status RecordSpool::finishFile(const BatchFile &file)
{
    auto known = file;
    const auto digest = m_parts->stream.hex();
    if (known.sha256.empty())
        known.sha256 = digest;
    recordcodec::write(&m_parts->frame, known);
    return put(static_cast<char>(Kind::FinishFile));
}

Status RecordSpool::line(const LineRecord &record)
{
    ++m_parts->records;
    recordcodec::write(&m_parts->frame, record);
    return put(static_cast<char>(Kind::Line));
}

Status RecordSpool::product(const ProductRecord &record)
{
    ++m_parts->records;
    recordcodec::write(&m_parts->frame, record);
    return put(static_cast<char>(Kind::Product));
}

Status RecordSpool::count(const CountRecord &record)
{
    ++m_parts->records;
    recordcodec::write(&m_parts->frame, record);
    return put(static_cast<char>(Kind::Count));
}

Status RecordSpool::asset(const AssetRecord &record)
{
    ++m_parts->records;
    recordcodec::write(&m_parts->frame, record);
    return put(static_cast<char>(Kind::Asset));
}

Status RecordSpool::account(const Account &account)
{
    recordcodec::write(&m_parts->frame, account);
    return put(static_cast<char>(Kind::Account));
}

Status RecordSpool::client(const Client &client)
{
    recordcodec::write(&m_parts->frame, client);
    return put(static_cast<char>(Kind::Client));
}

Status RecordSpool::unread(const Unread &what)
{
    recordcodec::write(&m_parts->frame, what);
    return put(static_cast<char>(Kind::Unread));
}

Status RecordSpool::reject(const RejectedRow &row)
{
    recordcodec::write(&m_parts->frame, row);
    return put(static_cast<char>(Kind::Reject));
}

Status RecordSpool::warn(const RejectedRow &row)
{
    recordcodec::write(&m_parts->frame, row);
    return put(static_cast<char>(Kind::Warn));
}

Status RecordSpool::finish()
{
    auto &parts = *m_parts;
    if (parts.broken)
        return *parts.broken;
    if (auto done = parts.flush(); !done)
        return done;
    parts.frame = parts.whole.hex();
    if (auto done = put(static_cast<char>(Kind::End)); !done)
        return done;
    parts.isFinished = true;
    return parts.flush();
}

Status RecordSpool::replay(RecordSink &sink, const Progress &progress)
{
    auto &parts = *m_parts;
    if (parts.broken)
        return *parts.broken;
    if (!parts.isFinished || !parts.file.seek(0))
        return parts.damaged();
    FrameReader frames(parts.file);
    Sha256 whole;
    Kind kind = Kind::End;
    std::string_view payload;
    for (int64_t read = 1; frames.next(&kind, &payload); ++read) {
        if (kind == Kind::End)
            return whole.hex() == payload && frames.isAtEnd() ? Status() : Status(parts.damaged());
        if (read % 1024 == 0 && progress.cancelled())
            return Error{Errc::Cancelled, words("Sync", "The sync was cancelled; nothing was changed.")};
        whole.add(frames.frame());
        if (const auto done = recordcodec::deliver(kind, payload, sink); !done)
            return done.error().code == Errc::Damaged && done.error().message.empty() ? parts.damaged() : done.error();
    }
    return parts.damaged();
}

int64_t RecordSpool::records() const { return m_parts->records; }

const std::string &RecordSpool::path() const { return m_parts->path; }

void RecordSpool::sweep(const std::string &workspacePath)
{
    const QFileInfo workspace(toQString(workspacePath));
    QDir folder(workspace.absolutePath());
    const auto start = workspace.fileName() + mark;
    const auto names = folder.entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const auto &name : names) {
        if (name.startsWith(start) && name.size() == start.size() + 6)
            folder.remove(name);
    }
}

} // namespace br
