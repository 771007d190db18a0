#include "connectors/rest/http/transfer.h"

#include "connectors/rest/http/neterrors.h"
#include "connectors/rest/http/onewaybody.h"
#include "connectors/rest/http/tlswords.h"
#include "core/base/text.h"

#include <QNetworkRequest>

namespace br::rest {
namespace {

bool isOurs(const std::string &name)
{
    const std::string key = folded(name);
    return key == "host" || key == "content-length" || key == "connection" || key == "transfer-encoding" || key == "accept-encoding";
}

QByteArray bytes(const std::string &text) { return QByteArray::fromStdString(text); }

std::string seconds(std::chrono::milliseconds time) { return std::to_string(std::max<int64_t>(1, time.count() / 1000)); }

} // namespace

Transfer::Transfer(
    QNetworkAccessManager &access, const QSslConfiguration &tls, const WireRequest &request, const WireLimits &limits, Told told)
    : m_host(request.host)
    , m_shown(request.shown)
    , m_limits(limits)
    , m_told(std::move(told))
{
    m_answer.id = request.id;
    m_answer.sent = 0;
    QNetworkRequest prepared = this->prepared(tls, request);
    if (request.method == "GET" && request.body.empty()) {
        m_reply = access.get(prepared);
    } else if (request.body.empty()) {
        m_reply = access.sendCustomRequest(prepared, bytes(request.method), QByteArray());
    } else {
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, qulonglong(request.body.size()));
        prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        auto *body = new OneWayBody(request.body);
        m_reply = access.sendCustomRequest(prepared, bytes(request.method), body);
        body->setParent(m_reply);
    }
    watch();
}

Transfer::~Transfer()
{
    m_over = true;
    m_reply->disconnect(this);
    m_reply->abort();
    delete m_reply;
}

QNetworkRequest Transfer::prepared(const QSslConfiguration &tls, const WireRequest &request) const
{
    QNetworkRequest out(request.url);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setSslConfiguration(tls);
    const QString name = toQString(request.host.substr(0, request.host.rfind(':')));
    if (request.url.host() != name && !request.host.starts_with('[')) // a stand-in must show the certificate of whom it stands in for
        out.setPeerVerifyName(name);
    out.setRawHeader("Host", bytes(request.host));
    out.setRawHeader("Accept-Encoding", "gzip"); // said by us, Qt leaves the unpacking to us
    out.setRawHeader("Accept", "application/json");
    out.setRawHeader("User-Agent", "BillingReconcile/" BR_VERSION);
    if (!request.body.empty())
        out.setRawHeader("Content-Type", "application/json");
    for (const auto &[name, value] : request.headers)
        if (!isOurs(name))
            out.setRawHeader(bytes(name), bytes(value));
    return out;
}

void Transfer::watch()
{
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) { m_tlsErrors += errors; });
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        ++m_answer.sent;
        m_idle.start();
    });
    connect(m_reply, &QNetworkReply::encrypted, this, [this] { m_idle.start(); });
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_idle.start(); });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { begun(); });
    connect(m_reply, &QIODevice::readyRead, this, [this] { arrived(); });
    connect(m_reply, &QNetworkReply::finished, this, [this] { ended(); });

    const auto late = [this](const std::string &message) { fail({Errc::Unreachable, message, "timeout"}, 0); };
    connect(&m_idle, &QTimer::timeout, this, [this, late] {
        late(words("HttpClient", "%1 has not answered for %2 seconds.", {m_shown, seconds(m_limits.timeout)}));
    });
    connect(&m_whole, &QTimer::timeout, this, [this, late] {
        late(words("HttpClient", "The answer of %1 was not complete after %2 seconds.", {m_shown, seconds(m_limits.longest)}));
    });
    m_idle.setSingleShot(true);
    m_whole.setSingleShot(true);
    m_idle.setInterval(m_limits.timeout);
    m_idle.start();
    m_whole.start(m_limits.longest);
}

void Transfer::begun()
{
    m_idle.start();
    if (m_over || m_body)
        return;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        m_answer.response.headers.emplace_back(name.toLower().toStdString(), value.toStdString());
    m_answer.response.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_body = std::make_unique<Unpacker>(m_answer.response.header("content-encoding"), m_limits.body);
    bodyIsGood();
}

void Transfer::arrived()
{
    m_idle.start();
    if (m_over)
        return;
    if (!m_body)
        begun();
    const QByteArray part = m_reply->readAll();
    m_received += part.size();
    if (m_body)
        m_body->feed(std::string_view(part.constData(), size_t(part.size())));
    bodyIsGood();
}

// Else it has failed.
bool Transfer::bodyIsGood()
{
    if (m_over || !m_body)
        return !m_over;
    switch (m_body->state()) {
    case Unpacker::State::Good:
        break;
    case Unpacker::State::TooLarge:
        fail({Errc::Refused,
                 words("HttpClient", "The answer of %1 is larger than %2 MB, which is the limit; it was not read any further.",
                     {m_shown, std::to_string(std::max<int64_t>(1, m_limits.body >> 20))}),
                 "body"},
            1);
        return false;
    case Unpacker::State::Broken:
        fail({Errc::Unreachable, words("HttpClient", "The answer of %1 is said to be packed (gzip) and cannot be unpacked.", {m_shown}),
                 "gzip"},
            2);
        return false;
    case Unpacker::State::UnknownEncoding:
        fail({Errc::Unreachable,
                 words("HttpClient", "The answer of %1 is packed in a way that was not asked for (“%2”).",
                     {m_shown, shortened(m_answer.response.header("content-encoding"))}),
                 "content-encoding"},
            1);
        return false;
    }
    return true;
}

void Transfer::ended()
{
    if (m_over)
        return;
    arrived();
    if (!bodyIsGood())
        return;
    const auto error = m_reply->error();
    if (!m_tlsErrors.isEmpty() || error == QNetworkReply::SslHandshakeFailedError) {
        fail({Errc::Unreachable, tlsRefusal(m_host, m_tlsErrors, m_limits.pinned, QDateTime::currentDateTimeUtc()), tlsCodes(m_tlsErrors)},
            m_tlsErrors.isEmpty() ? 2 : 1);
        return;
    }
    if (isTransportError(error, m_answer.response.status)) {
        fail(transportError(error, m_host, m_shown), triesWorth(error));
        return;
    }
    const std::string length(m_answer.response.header("content-length"));
    const bool isShort
        = !length.empty() && m_answer.response.status != 204 && m_answer.response.status != 304 && length != std::to_string(m_received);
    if (isShort || !m_body->whole()) {
        fail(transportError(QNetworkReply::RemoteHostClosedError, m_host, m_shown), 0);
        return;
    }
    m_over = true;
    m_answer.response.body = m_body->take();
    m_told(std::move(m_answer));
}

void Transfer::fail(Error error, int tries)
{
    if (m_over)
        return;
    m_over = true;
    m_idle.stop();
    m_whole.stop();
    m_answer.response = {};
    m_answer.error = std::move(error);
    m_answer.tries = tries;
    m_told(std::move(m_answer));
}

} // namespace br::rest
