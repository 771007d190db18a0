#include "connectors/file/tenantoffile.h"

#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace br {

TenantOfFile tenantOf(const std::string &settingsJson, const std::string &fileName)
{
    const auto settings = QJsonDocument::fromJson(QByteArray::fromStdString(settingsJson)).object();
    const auto id = settings.value(QLatin1String("account_id")).toString().trimmed();
    const auto name = settings.value(QLatin1String("account_name")).toString().trimmed();
    if (!id.isEmpty() || !name.isEmpty())
        return {toUtf8(id.isEmpty() ? name : id), toUtf8(name.isEmpty() ? id : name)};

    // "contoso.onmicrosoft.com_licenses_2026-10-31.csv" is of contoso.onmicrosoft.com, this month and the next.
    static const QRegularExpression extension(QStringLiteral("\\.(csv|txt|tsv|xlsx)$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression dates(QStringLiteral(
        "(^|[ _.,()-])(20\\d\\d[-_.]?\\d\\d([-_.]?\\d\\d)?|\\d{1,2}[-_.]\\d{1,2}[-_.]20\\d\\d)(T?[\\d_.-]*)(?=$|[ _.,()-])"));
    // A browser numbers what is downloaded again; the admin centre writes "10_31_2026 9_12_33 AM".
    static const QRegularExpression copies(QStringLiteral("\\s*\\(\\d{1,3}\\)\\s*$"));
    static const QRegularExpression times(QStringLiteral("(^|[ _.,()-])\\d{1,2}[_.:-]\\d{2}[_.:-]\\d{2}( ?[AP]M)?(?=$|[ _.,()-])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression exportWords(
        QStringLiteral("(^|[ _.,()-])(active ?users?|users?|licen[cs]es?|products?|exports?|reports?|overview|list|m365|o365|microsoft "
                       "?365)(?=$|[ _,()-])"),
        QRegularExpression::CaseInsensitiveOption);
    auto left = toQString(fileName);
    left.remove(extension);
    left.replace(copies, QStringLiteral(" "));
    left.replace(dates, QStringLiteral(" "));
    left.replace(times, QStringLiteral(" "));
    static const QRegularExpression edges(QStringLiteral("^[ _.,()-]+|[ _.,()-]+$"));
    // Where nothing but export words is left, the file's name must still be the same next month.
    const auto undated = QString(left).remove(edges);
    const auto ending = extension.match(toQString(fileName)).captured(0);
    for (QString before; before != left;) {
        before = left;
        left.replace(exportWords, QStringLiteral(" "));
    }
    left.remove(edges);
    const auto tenant = !left.isEmpty() ? toUtf8(left) : undated.isEmpty() ? fileName : toUtf8(undated + ending);
    return {tenant, tenant, true};
}

Result<TenantOfFile> TenantNames::take(TenantOfFile tenant, const File &file, bool isForced)
{
    if (!tenant.isOfFileName)
        return tenant;
    const auto key = folded(tenant.id);
    const auto [known, isNew] = m_accounts.try_emplace(key, std::move(tenant));
    const auto [other, isFirst] = m_fileOf.try_emplace({file.layout, key}, file);
    if (isFirst || isForced || other->second.path == file.path) // the sheets of a workbook are one file
        return known->second;
    const bool isSameName = other->second.name == file.name;
    return Error{Errc::Conflict,
        words("file",
            "Nothing was imported: %1 and %2 name no account, and by their names both belong to \"%3\", which would be counted twice. "
            "Rename them after their tenants, or leave one out",
            {isSameName ? other->second.path : other->second.name, isSameName ? file.path : file.name, known->second.id})};
}

} // namespace br
