#include "demo/server/fakeserver.h"

#include "core/base/text.h"
#include "demo/server/connection.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QThread>

#include <atomic>
#include <mutex>
#include <optional>

namespace br::demo {
namespace {

struct Place {
    std::string method;
    std::vector<std::string> parts;
    Route route;
};

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    while (!path.empty()) {
        path.remove_prefix(path.front() == '/' ? 1 : 0);
        const auto end = path.find('/');
        parts.emplace_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    }
    return parts;
}

// What stood at the places; nullopt: another path.
std::optional<std::vector<std::string>> captured(const std::vector<std::string> &pattern, const std::vector<std::string> &parts)
{
    std::vector<std::string> values;
    for (size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == "*" && i + 1 == pattern.size()) {
            values.push_back(joined({parts.begin() + ptrdiff_t(std::min(i, parts.size())), parts.end()}, "/"));
            return values;
        }
        if (i >= parts.size())
            return std::nullopt;
        if (pattern[i].starts_with('{'))
            values.push_back(percentDecoded(parts[i]));
        else if (pattern[i] != parts[i])
            return std::nullopt;
    }
    return pattern.size() == parts.size() ? std::optional(values) : std::nullopt;
}

class Listener final : public QTcpServer {
public:
    using Arrived = std::function<void(QTcpSocket *)>;
    Listener(std::optional<QSslConfiguration> tls, bool silent, Arrived arrived)
        : m_tls(std::move(tls))
        , m_silent(silent)
        , m_arrived(std::move(arrived))
    {
    }

private:
    void incomingConnection(qintptr descriptor) override
    {
        QTcpSocket *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        if (m_silent)
            return;
        if (auto *secure = qobject_cast<QSslSocket *>(socket)) {
            secure->setSslConfiguration(*m_tls);
            secure->startServerEncryption();
        }
        m_arrived(socket);
    }

    std::optional<QSslConfiguration> m_tls;
    bool m_silent;
    Arrived m_arrived;
};

} // namespace

struct FakeServer::Parts {
    std::optional<Certificate> certificate;
    bool silent = false;
    QThread thread;
    Listener *listener = nullptr;
    std::atomic<uint16_t> port{0};
    std::atomic<int64_t> connections{0};
    std::atomic<int64_t> bytes{0};
    std::chrono::steady_clock::time_point began = {};
    mutable std::mutex mutex; // of what follows
    std::vector<Place> places;
    Route otherwise = [](const FakeRequest &) { return FakeAnswer{404, {}, "{}", {}, {}, {}, {}, {}}; };
    std::vector<FakeRequest> journal;

    FakeAnswer answer(FakeRequest request)
    {
        Route route;
        {
            const std::lock_guard lock(mutex);
            request.at = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began);
            route = otherwise;
            for (const Place &place : places) {
                const auto values = captured(place.parts, partsOf(request.path));
                if (!values || (!place.method.empty() && place.method != request.method))
                    continue;
                request.captured = *values;
                route = place.route;
                break;
            }
            journal.push_back(request);
        }
        return route(request);
    }

    void arrived(QTcpSocket *socket)
    {
        const int64_t number = ++connections;
        auto *connection = new Connection(
            socket,
            [this, number](FakeRequest request) {
                request.connection = number;
                return answer(std::move(request));
            },
            [this](int64_t received) { bytes += received; });
        connection->setParent(listener);
    }
};

FakeServer::FakeServer()
    : m_parts(std::make_unique<Parts>())
{
}

FakeServer::FakeServer(Certificate certificate)
    : FakeServer()
{
    m_parts->certificate = std::move(certificate);
}

FakeServer::~FakeServer()
{
    if (m_parts->listener)
        QMetaObject::invokeMethod(
            m_parts->listener, [this] { delete m_parts->listener; }, Qt::BlockingQueuedConnection);
    m_parts->thread.quit();
    m_parts->thread.wait();
}

void FakeServer::on(const std::string &method, const std::string &path, Route route)
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->places.push_back({method, partsOf(path), std::move(route)});
}

void FakeServer::otherwise(Route route)
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->otherwise = std::move(route);
}

void FakeServer::neverShakeHands() { m_parts->silent = true; }

Status FakeServer::listen(uint16_t port)
{
    std::optional<QSslConfiguration> tls;
    if (m_parts->certificate) {
        const auto chain = QSslCertificate::fromData(QByteArray::fromStdString(m_parts->certificate->pem));
        const QSslKey key(QByteArray::fromStdString(m_parts->certificate->key), QSsl::Ec);
        if (chain.isEmpty() || key.isNull())
            return Error{Errc::InvalidInput, "The stand-in server's certificate or key is not PEM."};
        tls.emplace(QSslConfiguration::defaultConfiguration());
        tls->setLocalCertificateChain(chain);
        tls->setPrivateKey(key);
        tls->setPeerVerifyMode(QSslSocket::VerifyNone);
    }
    m_parts->began = std::chrono::steady_clock::now();
    m_parts->listener = new Listener(tls, m_parts->silent, [this](QTcpSocket *socket) { m_parts->arrived(socket); });
    m_parts->listener->moveToThread(&m_parts->thread);
    m_parts->thread.start();
    bool listening = false;
    QMetaObject::invokeMethod(
        m_parts->listener,
        [&] {
            listening = m_parts->listener->listen(QHostAddress::LocalHost, port);
            m_parts->port = m_parts->listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
    if (!listening)
        return Error{
            Errc::Io, words("FakeServer", "The stand-in server cannot listen on port %1 of this computer.", {std::to_string(port)})};
    return {};
}

uint16_t FakeServer::port() const { return m_parts->port; }

std::string FakeServer::address() const
{
    return std::string(m_parts->certificate ? "https" : "http") + "://127.0.0.1:" + std::to_string(port());
}

std::vector<FakeRequest> FakeServer::journal() const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->journal;
}

size_t FakeServer::count(const std::string &path) const
{
    const std::lock_guard lock(m_parts->mutex);
    return size_t(
        std::count_if(m_parts->journal.begin(), m_parts->journal.end(), [&](const FakeRequest &request) { return request.path == path; }));
}

int64_t FakeServer::connections() const { return m_parts->connections; }

int64_t FakeServer::bytesReceived() const { return m_parts->bytes; }

void FakeServer::forget()
{
    const std::lock_guard lock(m_parts->mutex);
    m_parts->journal.clear();
}

} // namespace br::demo
