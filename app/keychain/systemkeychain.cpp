#include "app/keychain/keychainentries.h"

#include "app/keychain/secretservice.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace br {

namespace {

const QString service = QStringLiteral("BillingReconcile");
constexpr int patience = 120'000; // milliseconds; a person may be asked for a password

// QtKeychain's jobs are not made for several threads, and need an event loop: they all run here.
class SystemKeychain final : public KeychainEntries {
public:
    SystemKeychain()
    {
        m_thread.setObjectName(QStringLiteral("keychain"));
        m_context.moveToThread(&m_thread);
    }
    ~SystemKeychain() override
    {
        m_thread.quit();
        m_thread.wait();
    }
    SystemKeychain(const SystemKeychain &) = delete;
    SystemKeychain &operator=(const SystemKeychain &) = delete;

    KeychainAnswer read(const std::string &key) override
    {
        return onThread([&key] {
            auto *job = new QKeychain::ReadPasswordJob(service);
            auto answer = run(job, key);
            if (answer.code == 0)
                answer.text = Secret(toUtf8(job->textData()));
            job->deleteLater();
            return answer;
        });
    }
    KeychainAnswer write(const std::string &key, const Secret &text) override
    {
        return onThread([&key, &text] {
            auto *job = new QKeychain::WritePasswordJob(service);
            job->setTextData(toQString(text.reveal()));
            const auto answer = run(job, key);
            job->deleteLater();
            return answer;
        });
    }
    KeychainAnswer remove(const std::string &key) override
    {
        return onThread([&key] {
            auto *job = new QKeychain::DeletePasswordJob(service);
            const auto answer = run(job, key);
            job->deleteLater();
            return answer;
        });
    }
    Status probe() override
    {
        return onThread([] { return probeSecretService(); });
    }
    std::string where() const override { return words("Keychain", "the system's keychain"); }

private:
    template <class Call>
    auto onThread(Call call) -> decltype(call())
    {
        if (!m_thread.isRunning())
            m_thread.start();
        decltype(call()) answer{};
        QMetaObject::invokeMethod(
            &m_context, [&] { answer = call(); }, Qt::BlockingQueuedConnection);
        return answer;
    }

    static KeychainAnswer run(QKeychain::Job *job, const std::string &key)
    {
        job->setAutoDelete(false);
        job->setInsecureFallback(false);
        job->setKey(toQString(key));
        QEventLoop loop;
        bool isDone = false;
        QObject::connect(job, &QKeychain::Job::finished, &loop, [&] {
            isDone = true; // the loop, which this hangs on, dies with it; clazy:exclude=lambda-in-connect
            loop.quit();
        });
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        job->start();
        if (!isDone)
            loop.exec();
        if (!isDone)
            return {7, words("Keychain", "it did not answer within two minutes"), {}};
        return {static_cast<int>(job->error()), toUtf8(job->errorString()), {}};
    }

    QObject m_context;
    QThread m_thread;
};

} // namespace

std::unique_ptr<KeychainEntries> systemKeychainEntries() { return std::make_unique<SystemKeychain>(); }

} // namespace br
