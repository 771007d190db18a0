#include "connectors/file/membertext.h"

#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace br {

namespace {

// A text in quotation marks, either kind, from its first letter on: a backslash keeps the mark that follows it.
std::optional<QString> quotedText(const QString &text, qsizetype from, QChar mark)
{
    QString value;
    for (qsizetype at = from; at < text.size(); ++at) {
        if (text[at] == mark)
            return value;
        if (text[at] == QLatin1Char('\\') && at + 1 < text.size())
            ++at;
        value += text[at];
    }
    return std::nullopt;
}

// PowerShell puts "; name=" after a value, and no quotation marks around one: a comma or a single semicolon belongs to it.
QString plainText(const QString &rest, bool isPowerShell)
{
    static const QRegularExpression powerShellEnd(QStringLiteral("\\s*(?:;\\s*\\w+\\s*=|;?\\s*\\}\\s*$)"));
    static const QRegularExpression otherEnd(QStringLiteral("\\s*[,;}]"));
    const auto end = (isPowerShell ? powerShellEnd : otherEnd).match(rest);
    return (end.hasMatch() ? rest.left(end.capturedStart()) : rest).trimmed();
}

} // namespace

std::optional<std::string> memberOf(std::string_view cell, std::string_view name)
{
    const auto text = toQString(cell).trimmed();
    if (!text.startsWith(QLatin1Char('{')) && !text.startsWith(QLatin1String("@{")))
        return std::nullopt;
    if (const auto json = QJsonDocument::fromJson(text.toUtf8()); json.isObject()) {
        const auto value = json.object().value(toQString(name)).toVariant().toString().trimmed();
        return value.isEmpty() ? std::nullopt : std::optional(toUtf8(value));
    }
    const QRegularExpression start(
        QStringLiteral("[{;,]\\s*[\"']?%1[\"']?\\s*([=:])\\s*([\"']?)").arg(toQString(name)), QRegularExpression::CaseInsensitiveOption);
    const auto found = start.match(text); // made of the name: clazy:exclude=use-static-qregularexpression
    if (!found.hasMatch())
        return std::nullopt;
    const auto mark = found.captured(2);
    const auto value = mark.isEmpty() ? std::optional(plainText(text.mid(found.capturedEnd()), found.captured(1) == QLatin1String("=")))
                                      : quotedText(text, found.capturedEnd(), mark[0]);
    return !value || value->trimmed().isEmpty() ? std::nullopt : std::optional(toUtf8(value->trimmed()));
}

} // namespace br
