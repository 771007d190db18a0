// Transfer: one request on the wire, from its first byte to its answer, a limit or an error.
//
// Thread rule: lives on the wire's thread. Tells once, then waits to be deleted.
#pragma once

#include "connectors/rest/http/unpacker.h"
#include "connectors/rest/http/wire.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>

#include <functional>

namespace br::rest {

class Transfer final : public QObject {
public:
    using Told = std::function<void(WireAnswer)>;
    Transfer(QNetworkAccessManager &access, const QSslConfiguration &tls, const WireRequest &request, const WireLimits &limits, Told told);
    ~Transfer() override;

private:
    QNetworkRequest prepared(const QSslConfiguration &tls, const WireRequest &request) const;
    void watch();
    void begun();
    void arrived();
    void ended();
    bool bodyIsGood();
    void fail(Error error, int tries);

    std::string m_host;
    std::string m_shown;
    WireLimits m_limits;
    Told m_told;
    WireAnswer m_answer;
    QNetworkReply *m_reply = nullptr;
    std::unique_ptr<Unpacker> m_body;
    int64_t m_received = 0; // as it travelled
    QList<QSslError> m_tlsErrors;
    QTimer m_idle;
    QTimer m_whole;
    bool m_over = false;
};

} // namespace br::rest
