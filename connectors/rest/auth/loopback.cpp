#include "connectors/rest/auth/loopback.h"

#include "connectors/rest/auth/encoding.h"
#include "core/base/text.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <optional>
#include <vector>

namespace br::rest {

namespace {

constexpr qsizetype longestRequest = 16384;

std::string valueOf(const Parameters &parameters, std::string_view name)
{
    for (const auto &[key, value] : parameters) {
        if (key == name)
            return value;
    }
    return {};
}

void answer(QTcpSocket &socket, const char *status, const std::string &sentence)
{
    const auto page = "<!doctype html><html><head><meta charset=\"utf-8\"><title>BillingReconcile</title></head>"
                      "<body style=\"font-family:sans-serif;margin:4em\"><p>"
        + sentence + "</p></body></html>";
    const auto text = "HTTP/1.1 " + std::string(status)
        + "\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: " + std::to_string(page.size())
        + "\r\nConnection: close\r\n\r\n" + page;
    socket.write(text.data(), static_cast<qint64>(text.size()));
    socket.waitForBytesWritten(1000);
    socket.disconnectFromHost();
}

// The first line of a request that has come whole; nothing yet otherwise.
std::optional<std::string> requestLine(QTcpSocket &socket)
{
    const auto bytes = socket.peek(longestRequest);
    if (!bytes.contains("\r\n\r\n") && bytes.size() < longestRequest)
        return {};
    return bytes.left(bytes.indexOf("\r\n")).toStdString();
}

Parameters queryOf(const std::string &line)
{
    const auto begin = line.find('?');
    if (!line.starts_with("GET /") || begin == std::string::npos)
        return {};
    return formDecoded(std::string_view(line).substr(begin + 1, line.rfind(' ') - begin - 1));
}

std::optional<Result<std::string>> codeFrom(QTcpSocket &socket, const std::string &line, const std::string &state)
{
    const auto parameters = queryOf(line);
    if (valueOf(parameters, "state") != state) {
        answer(socket, "404 Not Found", words("rest", "This address only takes the answer of a sign-in."));
        return {};
    }
    const auto code = valueOf(parameters, "code");
    if (!code.empty()) {
        answer(socket, "200 OK", words("rest", "You are signed in. You can close this page and go back to BillingReconcile."));
        return code;
    }
    answer(socket, "200 OK", words("rest", "The sign-in did not succeed. Go back to BillingReconcile."));
    auto said = valueOf(parameters, "error_description");
    if (said.empty())
        said = valueOf(parameters, "error");
    return Error{Errc::Denied, words("rest", "The sign-in in the browser did not succeed. It said: %1", {shortened(said, 200)})};
}

} // namespace

Loopback::Loopback()
    : m_server(std::make_unique<QTcpServer>())
{
}

Loopback::~Loopback() = default;

Status Loopback::listen()
{
    if (m_server->listen(QHostAddress::LocalHost, 0))
        return {};
    return Error{Errc::Io, words("rest", "the browser's answer cannot be waited for on 127.0.0.1: %1", {toUtf8(m_server->errorString())})};
}

std::string Loopback::address() const { return "http://127.0.0.1:" + std::to_string(m_server->serverPort()) + "/"; }

Result<std::string> Loopback::waitForCode(const std::string &state, Progress &progress, std::chrono::milliseconds limit)
{
    QElapsedTimer since;
    since.start();
    std::vector<std::unique_ptr<QTcpSocket>> visitors; // browsers open connections in advance that never say anything
    while (since.elapsed() < limit.count()) {
        if (progress.cancelled())
            return Error{Errc::Cancelled, words("rest", "The sign-in was cancelled")};
        m_server->waitForNewConnection(20);
        while (auto *next = m_server->nextPendingConnection())
            visitors.emplace_back(next);
        for (auto &visitor : visitors) {
            visitor->waitForReadyRead(1);
            const auto line = requestLine(*visitor);
            if (!line)
                continue;
            auto code = codeFrom(*visitor, *line, state);
            if (code)
                return std::move(*code);
            visitor->readAll();
        }
        std::erase_if(visitors, [](const auto &visitor) { return visitor->state() == QAbstractSocket::UnconnectedState; });
        if (visitors.size() > 64)
            visitors.erase(visitors.begin());
    }
    return Error{Errc::Unreachable,
        words("rest", "nobody signed in in the browser within %1 minutes; try again", {std::to_string(limit.count() / 60000)})};
}

} // namespace br::rest
