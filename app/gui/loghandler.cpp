#include "app/gui/loghandler.h"

#include <QDateTime>
#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>

namespace br {

namespace {

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const char *const names[] = {"debug", "warning", "critical", "fatal", "info"};
    const QString line = QStringLiteral("%1 %2 %3: %4\n")
                             .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), QLatin1String(names[type]),
                                 QLatin1String(context.category ? context.category : "default"), redacted(message));
    std::fputs(line.toUtf8().constData(), stderr);
    if (type == QtFatalMsg)
        std::abort();
}

} // namespace

QString redacted(const QString &message)
{
    static const QRegularExpression secret(
        QStringLiteral(
            "(authorization|bearer|x-api-key|api[_-]?key|access[_-]?token|refresh[_-]?token|token|client[_-]?secret|secret|password|cookie)"
            "(\"?\\s*[:= ]\\s*\"?)((?:bearer |basic )?[^\\s\"'&;,]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString safe = message;
    return safe.replace(secret, QStringLiteral("\\1\\2***"));
}

void installLogHandler() { qInstallMessageHandler(handle); }

} // namespace br
