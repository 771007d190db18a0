#include "app/keychain/secretservice.h"

#include "core/base/text.h"

#include <QtGlobal>

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>

namespace br {

namespace {

constexpr int timeout = 10'000; // milliseconds: the service may have to be started

const QString busName = QStringLiteral("org.freedesktop.secrets");
const QString connectionName = QStringLiteral("billingreconcile-keychain-probe");

Error unreachable(const QString &why)
{
    return {Errc::Unreachable,
        words("Keychain", "This session has no keychain: no Secret Service answers (GNOME Keyring, KWallet or KeePassXC offer one)."),
        toUtf8(why)};
}

Error locked()
{
    return {Errc::Locked,
        words(
            "Keychain", "The system's keychain is locked. Unlock it (log in to the desktop, or open Passwords and Keys), then try again.")};
}

// A desktop with KWallet alone: QtKeychain speaks to it directly, and it asks for its password itself.
bool hasKWallet(QDBusConnection &bus)
{
    auto *names = bus.interface();
    for (const auto *name : {"org.kde.kwalletd6", "org.kde.kwalletd5"}) {
        if (names && names->isServiceRegistered(QString::fromLatin1(name)))
            return true;
    }
    return false;
}

Status ask(QDBusConnection &bus)
{
    auto call = QDBusMessage::createMethodCall(busName, QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    call << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    const auto reply = bus.call(call, QDBus::Block, timeout);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty())
        return hasKWallet(bus) ? Status() : Status(unreachable(reply.errorMessage()));
    const auto value = reply.arguments().constFirst().value<QDBusVariant>().variant();
    return value.toBool() ? Status(locked()) : Status();
}

} // namespace

Status probeSecretService()
{
    // A connection of its own each time: the shared one never comes back once its bus has gone.
    auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, connectionName);
    auto answer = bus.isConnected() ? ask(bus) : Status(unreachable(bus.lastError().message()));
    QDBusConnection::disconnectFromBus(connectionName);
    return answer;
}

} // namespace br

#else

namespace br {

Status probeSecretService() { return {}; }

} // namespace br

#endif
