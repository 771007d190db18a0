// Connection: one accepted socket of a FakeServer: parses, asks for the answer, sends it whole or broken as told.
//
// Lives on the server's thread; deletes itself when the other side has gone.
#pragma once

#include "demo/server/exchange.h"
#include "demo/server/requestparser.h"

#include <QObject>
#include <QTcpSocket>

#include <functional>
#include <string_view>

namespace br::demo {

class Connection final : public QObject {
public:
    using Ask = std::function<FakeAnswer(FakeRequest)>;
    using Received = std::function<void(int64_t)>;
    Connection(QTcpSocket *socket, Ask ask, Received received); // owns the socket

private:
    void read();
    void answerNext();
    void send(const FakeRequest &request, const FakeAnswer &answer);
    void drip(const QByteArray &rest, std::chrono::milliseconds every, bool hangUp);
    void finished(bool hangUp);

    QTcpSocket *m_socket;
    Ask m_ask;
    Received m_received;
    RequestParser m_parser;
    bool m_busy = false; // an answer is under way
};

} // namespace br::demo
