// RestWorld: a stand-in vendor over TLS, a manifest about it, and everything a sync needs, so that a test states only what matters.
//
// Hosts: api.fake.test and login.fake.test are the stand-in; evil.test listens too and is allowed to nobody.
// Thread rule: the test's thread.
#pragma once

#include "connectors/rest/run/restrun.h"
#include "core/base/clock.h"
#include "core/connect/recordsink.h"
#include "demo/server/answers.h"
#include "demo/server/fakeserver.h"

#include <QTemporaryDir>

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace br::test {

class SetClock final : public Clock {
public:
    std::string nowUtc() const override;
    std::atomic<int64_t> milliseconds = 1793520000000; // 2026-11-01T08:00:00Z; the fakes' Date is the real one
};

class HeldSecrets final : public SourceSecrets {
public:
    Result<Secret> get(const std::string &field) override;
    Status keep(const std::string &field, const Secret &secret) override;
    std::map<std::string, std::string> held;
    std::vector<std::string> kept; // values in order
    bool refuses = false;
};

class Heard final : public Progress {
public:
    void report(const ProgressStep &step) override { steps.push_back(step); }
    bool cancelled() const override { return isCancelled; }
    std::vector<ProgressStep> steps;
    std::atomic<bool> isCancelled = false;
};

// Keeps accounts and assets as "id" or "account/id" in order, counts the rest.
class TakenRecords final : public RecordSink {
public:
    Status beginFile(const BatchFile &file) override;
    Status line(const LineRecord &record) override;
    Status product(const ProductRecord &record) override;
    Status count(const CountRecord &record) override;
    Status asset(const AssetRecord &record) override;
    Status account(const Account &account) override;
    Status client(const Client &client) override;
    Status unread(const Unread &what) override
    {
        notRead.push_back(what);
        return {};
    }
    std::vector<Unread> notRead;
    Status reject(const RejectedRow &row) override;
    Status warn(const RejectedRow &row) override;
    Status finishFile(const BatchFile &file) override;

    std::vector<std::string> records;
    std::vector<RejectedRow> told;
    std::vector<BatchFile> begun;
    std::vector<BatchFile> files;
};

struct RestWorld {
    RestWorld();

    demo::FakeServer server;
    demo::FakeServer evil;
    SetClock clock;
    HeldSecrets secrets;
    Heard progress;
    TakenRecords sink;
    std::map<std::string, std::string> values; // settings
    std::string period = "2026-11";

    // The manifest around these parts, JSON each: `auth` an object or empty, `streams` the list's elements, `more` further
    // members with a comma behind each.
    void manifest(const std::string &auth, const std::string &streams, const std::string &more = {});
    Result<FetchSummary> fetch() { return fetchInto(sink); }
    Result<FetchSummary> fetchInto(RecordSink &records);
    Result<ConnectionReport> test();
    Status signIn(const rest::OpenBrowser &open);
    std::string allRequests() const; // of the journal, as one text
    const std::string &manifestFile() const { return m_file; }

private:
    Result<rest::Connection> connection(const FetchRequest &request) const;
    FetchRequest request();
    QTemporaryDir m_folder;
    std::string m_file;
};

// One stream of accounts: {"id": …} under "data" at /items, with further members ("paging", "complete").
std::string itemsStream(const std::string &more = {});
std::vector<std::string> idsUpTo(int count); // "1" … "count"
std::string item(const std::string &id);     // {"id": "1"}
demo::Certificate certificateFor(const std::vector<std::string> &hosts);
const demo::CertificateAuthority &authority();

} // namespace br::test
