// Manifest: everything one vendor's file says, compiled: paths and templates parsed, regular expressions ready.
//
// Made by readManifest(); never half right: where there is an error there is no Manifest. Thread rule: plain values, read from
// any thread.
#pragma once

#include "connectors/rest/manifest/stream.h"
#include "core/connect/vendors.h"

#include <memory>

namespace br::rest {

struct DiscoveryStep {
    std::string id;
    RequestSpec request;
    AuthChoice auth;
    std::vector<Path> require; // in the answer
    std::string missing;       // the sentence where one of them is not there
};

struct ConnectionTest {
    std::vector<Condition> only; // of the settings and discovered answers
    RequestSpec request;
};

struct PaceSpec {
    int requestsPerMinute = 0; // 0: unpaced
    int concurrency = 1;
    int budget = 20000;
};

struct LimitSpec {
    int timeoutSeconds = 60;
    int bodyMegabytes = 64;
    int attempts = 6;
};

enum class WaitUnit { Seconds, Milliseconds, EpochSeconds, EpochMilliseconds };

struct WaitHint {       // one of header and path is there
    std::string header; // lower case
    std::optional<Path> path;
    std::optional<QRegularExpression> pattern; // its first group is the number
    WaitUnit unit = WaitUnit::Seconds;
};

struct RateLimitSpec {
    std::vector<int> statuses;   // besides 429 and 503
    std::vector<Condition> when; // on the body; empty: none
    std::vector<WaitHint> waits;
};

struct ErrorRule { // an error inside an answer that is 200
    std::vector<Condition> when;
    std::optional<Path> message;
    std::optional<Path> code;
    bool retry = false;
    bool auth = false; // the sign-in is void
};

struct Manifest {
    VendorInfo info; // with settings and secrets
    std::vector<std::string> notes;
    bool isForPeriod = false;    // `state` is "period": asked for the month, not for today
    std::vector<Template> hosts; // rendered: names or "*.example.com"
    Template base;
    NamedTemplates headers;
    NamedTemplates query;
    std::optional<AuthSpec> auth;
    std::vector<DiscoveryStep> discovery;
    std::vector<ConnectionTest> tests; // the first whose condition holds is asked
    PaceSpec pace;
    LimitSpec limits;
    RateLimitSpec rateLimit;
    std::vector<ErrorRule> errors;
    std::vector<StreamSpec> streams;

    const StreamSpec *stream(std::string_view id) const;
};

struct ReadManifest {
    std::shared_ptr<const Manifest> manifest; // null where a problem is an error
    std::vector<ManifestProblem> problems;    // in the order of the file
    bool hasErrors() const { return manifest == nullptr; }
};

// `file` is for the messages.
ReadManifest readManifest(std::string json, const std::string &file);

} // namespace br::rest
