#include "connectors/rest/run/restrun.h"

#include "connectors/rest/http/httpclient.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/run/said.h"
#include "connectors/rest/run/streamrun.h"
#include "connectors/rest/run/throttling.h"
#include "connectors/rest/value/reading.h"
#include "connectors/rest/value/rendering.h"
#include "core/base/text.h"

#include <QDateTime>

#include <algorithm>

namespace br::rest {

namespace {

constexpr int64_t clockTolerance = 5 * 60 * 1000;

bool usesAnswers(const Template &text) { return text.uses(Root::Answer); }

} // namespace

struct RestRun::Parts {
    Parts(HttpRules rules, Progress &progress, const Manifest &manifest, SignInContext context)
        : client(std::move(rules), progress)
        , asker(manifest, client)
        , auth(std::move(context))
    {
    }
    HttpClient client;
    Asker asker;
    AuthRoom auth;
    std::optional<RunRoom> room;
};

RestRun::RestRun(const FetchRequest &request, Connection connection, const Clock &clock, Progress &progress)
    : m_request(request)
    , m_connection(std::move(connection))
    , m_clock(clock)
    , m_progress(progress)
{
}

RestRun::~RestRun() = default;

Result<std::vector<std::string>> RestRun::hosts(bool all) const
{
    Scope scope;
    scope.settings = &m_connection.settings;
    scope.answers = &m_answers;
    std::vector<std::string> names;
    for (const auto &host : m_connection.manifest->hosts) {
        if (!all && usesAnswers(host))
            continue;
        auto name = renderOptional(host, scope);
        if (!name)
            return name.error();
        if (*name && !(*name)->empty())
            names.push_back(std::move(**name));
    }
    return names;
}

Status RestRun::open(std::vector<std::string> hosts)
{
    const auto &manifest = *m_connection.manifest;
    HttpRules rules;
    rules.hosts = std::move(hosts);
    rules.connectTo = m_connection.connectTo;
    rules.ca = m_connection.ca;
    rules.timeout = std::chrono::seconds(manifest.limits.timeoutSeconds);
    rules.bodyLimit = int64_t(manifest.limits.bodyMegabytes) << 20;
    rules.attempts = manifest.limits.attempts;
    rules.requestsPerMinute = manifest.pace.requestsPerMinute;
    rules.concurrency = manifest.pace.concurrency;
    rules.budget = static_cast<int>(manifest.pace.budget - m_requestsBefore);
    rules.throttled = throttlingOf(manifest, m_clock);
    std::vector<std::string> warnings = m_parts ? std::move(m_parts->room->warnings) : std::vector<std::string>();

    SignInContext context{manifest, m_clock, m_connection.redactor,
        [this](const HttpRequest &request) { return m_parts->client.send(request); }, m_request.secrets,
        [this](const std::string &warning) { m_parts->room->warnings.push_back(warning); }};
    m_parts = std::make_unique<Parts>(std::move(rules), m_progress, manifest, std::move(context));
    m_parts->room.emplace(
        RunRoom{manifest, m_parts->asker, m_parts->auth, m_connection.redactor, m_progress, {}, {}, {}, std::move(warnings), {}});
    auto &scope = m_parts->room->scope;
    scope.settings = &m_connection.settings;
    scope.secrets = &m_connection.secrets;
    scope.answers = &m_answers;
    scope.period = m_request.period;
    scope.today = m_request.today.number() > 0 ? m_request.today : m_clock.today();
    m_parts->room->memory.currency = m_request.currency;
    return {};
}

Status RestRun::begin()
{
    auto known = hosts(false);
    if (!known)
        return known.error();
    return open(std::move(*known));
}

Status RestRun::discoverStep(const DiscoveryStep &step)
{
    auto &room = *m_parts->room;
    const auto auth = room.auth.find(chosen(room.manifest, step.auth), room.scope);
    if (!auth)
        return auth.error();
    auto request = earlyOutgoing(room.manifest, step.request, room.scope);
    if (!request)
        return request.error();
    ProgressStep told;
    told.what = words("rest", "Asking %1 where the data is", {room.manifest.info.name});
    room.asker.client().setStep(told);
    m_progress.report(told);
    const Asked asked{step.id, named(*request), hostOf(request->url)};
    Answer answer;
    if (const auto done = room.asker.ask({std::move(*request), *auth}, answer); !done)
        return done.error();
    if (!answer.isGood())
        return answerError(room.manifest, room.redactor, asked, answer.response.status, answer.tree.root(), answer.rule);
    Scope scope = room.scope;
    scope.record = answer.tree.root();
    scope.page = answer.tree.root();
    for (const auto &path : step.require) {
        if (textAt(path, scope).value_or(std::string()).empty())
            return Error{Errc::NotFound,
                step.missing.empty() ? words("rest", "%1: the answer does not say \"%2\"", {asked.where, path.written}) : step.missing};
    }
    m_answers[step.id] = std::move(answer.tree);
    return {};
}

Status RestRun::discover()
{
    const auto &manifest = *m_connection.manifest;
    for (const auto &step : manifest.discovery) {
        if (const auto done = discoverStep(step); !done)
            return done;
    }
    const bool moreHosts = std::ranges::any_of(manifest.hosts, usesAnswers);
    if (!moreHosts)
        return {};
    auto all = hosts(true);
    if (!all)
        return all.error();
    m_requestsBefore += m_parts->client.requests();
    return open(std::move(*all));
}

void RestRun::tellClock()
{
    const auto text = m_parts->client.serverDate();
    const auto theirs = QDateTime::fromString(toQString(text), Qt::ISODateWithMs);
    if (!theirs.isValid())
        return;
    const auto apart = epochMilliseconds(m_clock) - theirs.toMSecsSinceEpoch();
    if (std::abs(apart) > clockTolerance)
        m_parts->room->warnings.push_back(
            words("rest", "This computer's clock is %1 minutes %2 the vendor's server (%3): set it, or sign-ins will fail",
                {std::to_string(std::abs(apart) / 60000), apart > 0 ? words("rest", "ahead of") : words("rest", "behind"), text}));
}

void RestRun::tellState()
{
    auto &room = *m_parts->room;
    std::ranges::copy(room.manifest.notes, std::back_inserter(room.warnings));
    const bool isOver = m_request.period.lastDay() < room.scope.today;
    if (!room.manifest.isForPeriod && isOver)
        room.warnings.push_back(words("rest", "%1 only tells what is true today: these are the numbers of %2, not of the end of %3",
            {room.manifest.info.name, room.scope.today.toString(), m_request.period.toString()}));
}

Error RestRun::told(const Error &error) const
{
    const auto &redactor = m_connection.redactor;
    return {error.code, redactor.cleaned(error.message), redactor.cleaned(error.detail)};
}

Status RestRun::readAll(RecordSink &sink)
{
    if (const auto begun = begin(); !begun)
        return begun;
    if (const auto found = discover(); !found)
        return found;
    auto &room = *m_parts->room;
    for (const auto &stream : room.manifest.streams) {
        if (const auto read = StreamRun(room, stream, sink).read(); !read)
            return read;
    }
    return {};
}

Result<FetchSummary> RestRun::fetch(RecordSink &sink)
{
    if (const auto read = readAll(sink); !read)
        return told(read.error());
    auto &room = *m_parts->room;
    tellClock();
    tellState();
    FetchSummary summary;
    for (const auto &warning : room.warnings)
        summary.warnings.push_back(room.redactor.cleaned(warning));
    summary.streams = std::move(room.read);
    summary.serverDate = m_parts->client.serverDate();
    summary.requests = m_requestsBefore + m_parts->client.requests();
    return summary;
}

Result<ConnectionReport> RestRun::test()
{
    auto report = tryOut();
    return report ? std::move(report) : Result<ConnectionReport>(told(report.error()));
}

Result<ConnectionReport> RestRun::tryOut()
{
    if (const auto begun = begin(); !begun)
        return begun.error();
    if (const auto found = discover(); !found)
        return found.error();
    auto &room = *m_parts->room;
    const auto test
        = std::ranges::find_if(room.manifest.tests, [&](const ConnectionTest &choice) { return holdAll(choice.only, room.scope); });
    if (test == room.manifest.tests.end())
        return Error{
            Errc::Unsupported, words("rest", "the manifest of %1 has no \"test\" request for these settings", {room.manifest.info.name})};
    const auto auth = room.auth.find(chosen(room.manifest, {}), room.scope);
    if (!auth)
        return auth.error();
    auto request = outgoing(room.manifest, test->request, room.scope);
    if (!request)
        return request.error();
    const Asked asked{words("rest", "Test"), named(*request), hostOf(request->url)};
    Answer answer;
    if (const auto done = room.asker.ask({std::move(*request), *auth}, answer); !done)
        return done.error();
    if (!answer.isGood())
        return answerError(room.manifest, room.redactor, asked, answer.response.status, answer.tree.root(), answer.rule);
    ConnectionReport report;
    report.facts.push_back(*auth != nullptr ? words("rest", "Signed in at %1", {asked.host}) : words("rest", "%1 answers", {asked.host}));
    for (const auto &stream : room.manifest.streams) {
        if (!stream.request.path || !test->request.path || stream.request.path->written != test->request.path->written)
            continue;
        Scope scope = room.scope;
        scope.record = answer.tree.root();
        scope.page = answer.tree.root();
        if (const auto elements = elementsOf(stream, scope))
            report.facts.push_back(words("rest", "The first page of %1 holds %2", {stream.label, std::to_string(elements->size())}));
        break;
    }
    tellClock();
    for (const auto &warning : room.warnings)
        report.warnings.push_back(room.redactor.cleaned(warning));
    return report;
}

Status RestRun::signIn(const OpenBrowser &open)
{
    const auto &manifest = *m_connection.manifest;
    if (!manifest.auth || manifest.auth->scheme != AuthScheme::OAuth2AuthorizationCode)
        return Error{Errc::Unsupported, words("rest", "%1 does not sign in through the browser", {manifest.info.name})};
    if (const auto begun = begin(); !begun)
        return begun;
    const auto done = signInByBrowser(*manifest.auth, m_parts->room->scope, m_parts->auth.context(), open, m_progress);
    return done ? done : Status(told(done.error()));
}

} // namespace br::rest
