#include "ui/mainwindow/username.h"

#include "core/base/loginname.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QSettings>

namespace br {

namespace {

constexpr int longestName = 80; // characters

QString nameKey() { return QStringLiteral("user/name"); }

} // namespace

QString userName()
{
    if (!qEnvironmentVariableIsEmpty("BILLINGRECONCILE_USER")) // who started the program said who acts
        return toQString(loginName());
    if (const QString entered = QSettings().value(nameKey()).toString(); !entered.isEmpty())
        return entered;
    const QString login = toQString(loginName());
    return login.isEmpty() ? QCoreApplication::translate("UserName", "unknown user") : login;
}

void keepUserName(const QString &name)
{
    const QString kept = name.simplified().left(longestName).trimmed();
    if (kept.isEmpty())
        QSettings().remove(nameKey());
    else
        QSettings().setValue(nameKey(), kept);
}

} // namespace br
