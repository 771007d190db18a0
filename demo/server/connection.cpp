#include "demo/server/connection.h"

#include <QDateTime>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace br::demo {
namespace {

using Shape = FakeAnswer::Shape;

bool has(const Headers &headers, const char *name)
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &header) { return qstricmp(header.first.c_str(), name) == 0; });
}

QByteArray chunked(const std::string &body)
{
    QByteArray out;
    constexpr size_t size = 16384;
    for (size_t at = 0; at < body.size(); at += size) {
        const QByteArray part(body.data() + at, qsizetype(std::min(size, body.size() - at)));
        out += QByteArray::number(part.size(), 16) + "\r\n" + part + "\r\n";
    }
    return out + "0\r\n\r\n";
}

QByteArray head(const FakeAnswer &answer, size_t bodySize, bool close)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) + " Answer\r\n";
    for (const auto &[name, value] : answer.headers)
        out += QByteArray::fromStdString(name) + ": " + QByteArray::fromStdString(value) + "\r\n";
    if (!has(answer.headers, "Date")) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        out += "Date: " + QLocale::c().toString(now, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1() + "\r\n";
    }
    if (answer.gzip)
        out += "Content-Encoding: gzip\r\n";
    if (answer.shape == Shape::Chunked)
        out += "Transfer-Encoding: chunked\r\n";
    else if (answer.shape == Shape::Whole && !has(answer.headers, "Content-Length"))
        out += "Content-Length: " + QByteArray::number(qulonglong(bodySize)) + "\r\n";
    return out + (close ? "Connection: close\r\n\r\n" : "\r\n");
}

} // namespace

Connection::Connection(QTcpSocket *socket, Ask ask, Received received)
    : m_socket(socket)
    , m_ask(std::move(ask))
    , m_received(std::move(received))
{
    m_socket->setParent(this);
    connect(m_socket, &QIODevice::readyRead, this, [this] { read(); });
    connect(m_socket, &QAbstractSocket::disconnected, this, &QObject::deleteLater);
    // A failed handshake does not disconnect by itself.
    connect(m_socket, &QAbstractSocket::errorOccurred, this, [this] {
        m_socket->abort();
        deleteLater();
    });
}

void Connection::read()
{
    const QByteArray bytes = m_socket->readAll();
    m_received(bytes.size());
    m_parser.feed(std::string_view(bytes.constData(), size_t(bytes.size())));
    answerNext();
}

void Connection::answerNext()
{
    if (m_busy)
        return;
    const auto request = m_parser.next();
    if (!request) {
        if (m_parser.failed())
            m_socket->abort();
        return;
    }
    m_busy = true;
    const FakeAnswer answer = m_ask(*request);
    if (answer.delay.count() > 0)
        QTimer::singleShot(answer.delay, this, [this, request = *request, answer] { send(request, answer); });
    else
        send(*request, answer);
}

void Connection::send(const FakeRequest &request, const FakeAnswer &answer)
{
    if (answer.shape == Shape::Hang)
        return;
    const std::string body = answer.gzip ? gzipped(answer.body) : answer.body;
    QByteArray payload = answer.shape == Shape::Chunked ? chunked(body) : QByteArray::fromStdString(body);
    const bool hangUp
        = answer.cutAfter || answer.shape == Shape::CloseDelimited || answer.shape == Shape::Raw || request.header("connection") == "close";
    if (answer.cutAfter)
        payload.truncate(qsizetype(*answer.cutAfter));
    if (answer.shape != Shape::Raw) // a cut comes as a surprise: it is not announced
        m_socket->write(head(answer, body.size(), hangUp && !answer.cutAfter));
    if (answer.dripEvery.count() > 0) {
        drip(payload, answer.dripEvery, hangUp);
        return;
    }
    m_socket->write(payload);
    finished(hangUp);
}

void Connection::drip(const QByteArray &rest, std::chrono::milliseconds every, bool hangUp)
{
    if (rest.isEmpty()) {
        finished(hangUp);
        return;
    }
    m_socket->write(rest.left(1));
    m_socket->flush();
    QTimer::singleShot(every, this, [this, rest = rest.mid(1), every, hangUp] { drip(rest, every, hangUp); });
}

void Connection::finished(bool hangUp)
{
    if (hangUp) {
        m_socket->disconnectFromHost();
        return;
    }
    m_busy = false;
    // Not at once: a client that sends many requests in one go must not make this recurse.
    QTimer::singleShot(0, this, [this] { answerNext(); });
}

} // namespace br::demo
