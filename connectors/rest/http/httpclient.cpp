#include "connectors/rest/http/httpclient.h"

#include "connectors/rest/http/address.h"
#include "connectors/rest/http/httpdate.h"
#include "connectors/rest/http/queue.h"
#include "connectors/rest/http/wire.h"
#include "core/base/text.h"

#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslSocket>

#include <algorithm>

Q_LOGGING_CATEGORY(lcHttp, "billingreconcile.http", QtWarningMsg)

namespace br::rest {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

Error cancelledByPerson() { return {Errc::Cancelled, words("HttpClient", "Cancelled.")}; }

Result<QSslConfiguration> tlsOf(const std::string &ca)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (ca.empty())
        return tls;
    const auto pinned = QSslCertificate::fromData(QByteArray::fromStdString(ca), QSsl::Pem);
    if (pinned.isEmpty()
        || std::any_of(pinned.begin(), pinned.end(), [](const QSslCertificate &certificate) { return certificate.isNull(); }))
        return Error{Errc::InvalidInput,
            words("HttpClient",
                "The certificate in the source's settings cannot be read. It must be PEM text that begins with -----BEGIN "
                "CERTIFICATE-----.")};
    tls.setCaCertificates(pinned); // instead of the system's
    return tls;
}

Status wellFormed(const HttpRequest &request)
{
    if (request.method != "GET" && request.method != "POST")
        return Error{Errc::Internal,
            words("HttpClient", "“%1” is not a request that this program makes: it only reads.", {shortened(request.method)})};
    for (const auto &[name, value] : request.headers)
        if (name.empty() || (name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos
            || name.find_first_of(": ") != std::string::npos)
            return Error{Errc::InvalidInput,
                words("HttpClient",
                    "The header “%1” cannot be sent: a line break or an empty name is in it. Check the credentials for stray line ends.",
                    {shortened(name)})};
    return {};
}

} // namespace

std::string_view HttpResponse::header(std::string_view lowerCaseName) const
{
    for (const auto &[name, value] : headers)
        if (name == lowerCaseName)
            return value;
    return {};
}

struct HttpClient::Parts {
    HttpRules rules;
    Progress &progress;
    Queue queue;
    BackOff backOff;
    Result<QSslConfiguration> tls;
    std::unique_ptr<Wire> wire;
    ProgressStep step;
    int toldSeconds = 0;
    std::string serverDate;

    Parts(HttpRules given, Progress &told)
        : rules(std::move(given))
        , progress(told)
        , queue(rules)
        , backOff(rules.firstBackOff, rules.longestBackOff, rules.jitterSeed)
        , tls(tlsOf(rules.ca))
    {
        if (tls)
            wire = std::make_unique<Wire>(*tls, WireLimits{rules.timeout, rules.longest, rules.bodyLimit, !rules.ca.empty()});
    }

    // Where the journey goes now; nothing is sent before this says yes.
    Result<WireRequest> destination(const HttpRequest &request) const
    {
        const auto address = parseAddress(request.url);
        if (!address)
            return address.error();
        if (const Status allowed = mayTalkTo(*address, rules.hosts); !allowed)
            return allowed.error();
        const auto instead = standIn(*address, rules.connectTo);
        if (!instead)
            return instead.error();
        const bool once = request.method != "GET" && !request.repeatable;
        return WireRequest{
            0, request.method, instead->value_or(address->url), address->host, address->shown, request.headers, request.body, once};
    }

    Flight flight(const HttpRequest &request) const
    {
        Flight flight;
        flight.journey.request = request;
        const auto where = destination(request);
        if (const Status fit = wellFormed(request); !fit)
            flight.result = Result<HttpResponse>(fit.error());
        else if (!tls)
            flight.result = Result<HttpResponse>(tls.error());
        else if (!where)
            flight.result = Result<HttpResponse>(where.error());
        else {
            flight.journey.shown = where->shown;
            flight.host = where->host;
        }
        return flight;
    }

    void launchDue()
    {
        const auto now = Clock::now();
        while (const auto ticket = queue.due(now)) {
            Flight &flight = *queue.find(*ticket);
            auto where = destination(flight.journey.request);
            if (!where) {
                flight.result = Result<HttpResponse>(where.error());
                continue;
            }
            if (queue.budgetIsSpent()) {
                flight.result = Result<HttpResponse>(Error{Errc::Refused,
                    words("HttpClient", "This sync has made %1 requests, which is its limit; it was stopped.",
                        {std::to_string(queue.requests())}),
                    "budget"});
                continue;
            }
            queue.started(flight, now);
            where->id = *ticket;
            wire->send(std::move(*where));
        }
    }

    void settle(WireAnswer answer)
    {
        Flight *flight = queue.find(answer.id);
        if (!flight || !flight->inTheAir)
            return;
        flight->inTheAir = false;
        queue.counted(std::max(0, answer.sent - 1));
        qCDebug(lcHttp, "%s %s %d %s", flight->journey.request.method.c_str(), flight->journey.shown.c_str(), answer.response.status,
            answer.error ? answer.error->detail.c_str() : "");
        if (const auto date = httpDate(answer.response.header("date")))
            serverDate = utcText(*date);
        Verdict next = verdict(flight->journey, answer, rules, backOff);
        switch (next.what) {
        case Verdict::What::Answer:
            answer.response.url = flight->journey.request.url;
            flight->result = Result<HttpResponse>(std::move(answer.response));
            break;
        case Verdict::What::Fail:
            flight->result = Result<HttpResponse>(std::move(next.error));
            break;
        case Verdict::What::Again:
            queue.later(*flight, Clock::now() + next.wait, next.everyone);
            break;
        case Verdict::What::Follow:
            follow(*flight, next.next);
            break;
        }
    }

    void follow(Flight &flight, const HttpRequest &next) const
    {
        auto past = std::move(flight.journey.past);
        past.push_back(std::move(flight.journey.request.url));
        flight = this->flight(next);
        flight.journey.past = std::move(past);
    }

    // The countdown of a wait, each second; pace alone is not worth words.
    void tellWait()
    {
        const auto until = queue.pause();
        const auto left = until ? std::chrono::duration_cast<milliseconds>(*until - Clock::now()) : milliseconds(0);
        const int seconds = left.count() > 0 ? int((left.count() + 999) / 1000) : 0;
        if (seconds == toldSeconds || (toldSeconds == 0 && left < milliseconds(900)))
            return;
        toldSeconds = seconds;
        ProgressStep told = step;
        told.waitSeconds = seconds;
        progress.report(told);
    }

    milliseconds nap() const
    {
        constexpr milliseconds poll{50};
        const auto next = queue.next();
        return next ? std::clamp(std::chrono::ceil<milliseconds>(*next - Clock::now()), milliseconds(0), poll) : poll;
    }

    void advance()
    {
        if (progress.cancelled()) {
            queue.settleAll(cancelledByPerson());
            if (wire)
                wire->abandon();
            return;
        }
        if (!wire)
            return;
        launchDue();
        for (WireAnswer &answer : wire->answers(nap()))
            settle(std::move(answer));
        tellWait();
    }
};

HttpClient::HttpClient(HttpRules rules, Progress &progress)
    : m_parts(std::make_unique<Parts>(std::move(rules), progress))
{
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest &request) { return finish(start(request)); }

HttpClient::Ticket HttpClient::start(const HttpRequest &request)
{
    const Ticket ticket = m_parts->queue.add(m_parts->flight(request));
    if (m_parts->wire && !m_parts->progress.cancelled())
        m_parts->launchDue();
    return ticket;
}

Result<HttpResponse> HttpClient::finish(Ticket ticket)
{
    const Flight *flight = m_parts->queue.find(ticket);
    if (!flight)
        return Error{Errc::Internal, words("HttpClient", "A request was waited for that was never made.")};
    while (!flight->result)
        m_parts->advance();
    if (m_parts->toldSeconds > 0)
        m_parts->tellWait();
    return std::move(*m_parts->queue.take(ticket).result);
}

void HttpClient::setStep(const ProgressStep &step) { m_parts->step = step; }

int64_t HttpClient::requests() const { return m_parts->queue.requests(); }

std::string HttpClient::serverDate() const { return m_parts->serverDate; }

} // namespace br::rest
