#include "connectors/rest/http/wire.h"

#include "connectors/rest/http/transfer.h"

#include <QNetworkProxyFactory>
#include <QThread>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

namespace br::rest {
namespace {

// The system's proxy, which the program has switched on for all; never for this computer itself.
class ProxyOfTheProgram final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (QHostAddress(query.peerHostName()).isLoopback())
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return QNetworkProxyFactory::proxyForQuery(query);
    }
};

std::unique_ptr<QNetworkAccessManager> newAccess()
{
    auto access = std::make_unique<QNetworkAccessManager>();
    access->setProxyFactory(new ProxyOfTheProgram);
    return access;
}

// What lives on the wire's thread.
struct UnderWay final : QObject {
    std::unique_ptr<QNetworkAccessManager> access = newAccess();
    std::map<int64_t, std::unique_ptr<QNetworkAccessManager>> own; // declared before the transfers: outlives them
    std::map<int64_t, std::unique_ptr<Transfer>> transfers;

    void forget(int64_t id)
    {
        transfers.erase(id);
        own.erase(id);
    }
};

} // namespace

struct Wire::Parts {
    QSslConfiguration tls;
    WireLimits limits;
    QThread thread;
    UnderWay *underWay = nullptr; // of the thread
    std::mutex mutex;             // of what follows
    std::condition_variable came;
    std::vector<WireAnswer> answers;

    void onThread(std::function<void()> act) const { QMetaObject::invokeMethod(underWay, std::move(act), Qt::QueuedConnection); }

    void tell(WireAnswer answer)
    {
        // Later, for the transfer is still speaking; but queued before the answer is seen, because the next try has the same id.
        onThread([this, id = answer.id] { underWay->forget(id); });
        {
            const std::lock_guard lock(mutex);
            answers.push_back(std::move(answer));
        }
        came.notify_one();
    }

    void begin(const WireRequest &request)
    {
        QNetworkAccessManager *access = underWay->access.get();
        if (request.ownConnection)
            access = (underWay->own[request.id] = newAccess()).get();
        underWay->transfers[request.id]
            = std::make_unique<Transfer>(*access, tls, request, limits, [this](WireAnswer answer) { tell(std::move(answer)); });
    }
};

Wire::Wire(QSslConfiguration tls, WireLimits limits)
    : m_parts(std::make_unique<Parts>())
{
    m_parts->tls = std::move(tls);
    m_parts->limits = limits;
    m_parts->thread.setObjectName(QStringLiteral("http"));
    m_parts->thread.start();
    // Made here as an empty object and filled there, so that everything in it belongs to that thread.
    auto *onlyContext = new QObject;
    onlyContext->moveToThread(&m_parts->thread);
    QMetaObject::invokeMethod(
        onlyContext,
        [this, onlyContext] {
            m_parts->underWay = new UnderWay;
            delete onlyContext;
        },
        Qt::BlockingQueuedConnection);
}

Wire::~Wire()
{
    QMetaObject::invokeMethod(
        m_parts->underWay, [this] { delete m_parts->underWay; }, Qt::BlockingQueuedConnection);
    m_parts->thread.quit();
    m_parts->thread.wait();
}

void Wire::send(WireRequest request)
{
    m_parts->onThread([parts = m_parts.get(), request = std::move(request)] { parts->begin(request); });
}

std::vector<WireAnswer> Wire::answers(std::chrono::milliseconds wait)
{
    std::unique_lock lock(m_parts->mutex);
    m_parts->came.wait_for(lock, wait, [this] { return !m_parts->answers.empty(); });
    return std::exchange(m_parts->answers, {});
}

void Wire::abandon()
{
    m_parts->onThread([underWay = m_parts->underWay] {
        underWay->transfers.clear();
        underWay->own.clear();
    });
}

} // namespace br::rest
