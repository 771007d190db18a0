// RestRun: one sync (or one test, or one sign-in) of one source: discovery, streams in order, what is told at the end.
//
// Blocking. Errors: what connection.h, asker.h and listwalk.h say; nothing that an error or a warning holds is a secret.
// Thread rule: one thread, one object a run.
#pragma once

#include "connectors/rest/auth/browsersignin.h"
#include "connectors/rest/run/connection.h"
#include "connectors/rest/run/runroom.h"
#include "core/base/clock.h"

namespace br::rest {

class RestRun final {
public:
    // All of them outlive the run.
    RestRun(const FetchRequest &request, Connection connection, const Clock &clock, Progress &progress);
    ~RestRun();
    RestRun(const RestRun &) = delete;
    RestRun &operator=(const RestRun &) = delete;

    Result<FetchSummary> fetch(RecordSink &sink);
    Result<ConnectionReport> test();
    Status signIn(const OpenBrowser &open);

private:
    struct Parts;
    Status begin();    // the client, for the hosts that are known
    Status discover(); // and again for those that discovery brought
    Status discoverStep(const DiscoveryStep &step);
    Result<std::vector<std::string>> hosts(bool all) const;
    Status open(std::vector<std::string> hosts);
    Status readAll(RecordSink &sink);
    Result<ConnectionReport> tryOut();
    Error told(const Error &error) const; // without secrets, whoever made the sentence
    void tellClock();
    void tellState();

    const FetchRequest &m_request;
    Connection m_connection;
    const Clock &m_clock;
    Progress &m_progress;
    Answers m_answers;
    int64_t m_requestsBefore = 0; // of a client that was replaced
    std::unique_ptr<Parts> m_parts;
};

} // namespace br::rest
