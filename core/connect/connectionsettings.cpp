#include "core/connect/connectionsettings.h"

#include "core/base/decimal.h"
#include "core/base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace br {

namespace {

Error wrong(const SettingField &field, const std::string &value, const std::string &why)
{
    return {Errc::InvalidInput, words("Connection", "%1 (%2) is \"%3\": %4", {field.label, field.id, value, why})};
}

Status judge(const SettingField &field, const std::string &value)
{
    if (value.empty() && field.required && field.defaultValue.empty())
        return Error{Errc::InvalidInput, words("Connection", "%1 (%2) is missing.", {field.label, field.id})};
    if (value.empty())
        return {};
    if (field.kind == SettingKind::Choice) {
        std::vector<std::string> known;
        for (const auto &[choice, label] : field.choices)
            known.push_back(choice);
        if (std::find(known.begin(), known.end(), value) == known.end())
            return wrong(field, value, words("Connection", "it takes one of %1.", {joined(known, ", ")}));
    }
    if (field.kind == SettingKind::Boolean && value != "true" && value != "false")
        return wrong(field, value, words("Connection", "it takes true or false."));
    if (field.kind == SettingKind::Number && !parseDecimal(value))
        return wrong(field, value, words("Connection", "it takes a number."));
    static const QRegularExpression host(QStringLiteral(R"(^[A-Za-z0-9.-]+(:\d{1,5})?$)"));
    if (field.kind == SettingKind::Host && !host.match(toQString(value)).hasMatch())
        return wrong(field, value, words("Connection", "it takes the name of a server alone, as in psa.example.com."));
    if (field.pattern.empty())
        return {};
    const QRegularExpression pattern(QStringLiteral("\\A(?:%1)\\z").arg(toQString(field.pattern)));
    if (pattern.isValid() && !pattern.match(toQString(value)).hasMatch()) // clazy:exclude=use-static-qregularexpression
        return wrong(field, value,
            field.example.empty() ? words("Connection", "it does not look like one.")
                                  : words("Connection", "it does not look like one, as in %1.", {field.example}));
    return {};
}

// A stand-in may only be on this machine: nothing else may see the secrets.
Status judgeStandIn(const std::string &host, const std::string &address)
{
    const QUrl url(toQString(address), QUrl::StrictMode);
    const auto name = url.host();
    const bool isHere = name == QStringLiteral("localhost") || name == QStringLiteral("127.0.0.1") || name == QStringLiteral("::1");
    const bool isWeb = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (url.isValid() && isHere && isWeb && url.port() > 0)
        return {};
    return Error{Errc::InvalidInput,
        words(
            "Connection", "%1 cannot be played by \"%2\": a stand-in is on this machine, as in https://127.0.0.1:40001.", {host, address})};
}

QJsonObject objectOf(const std::map<std::string, std::string> &texts)
{
    QJsonObject object;
    for (const auto &[name, value] : texts)
        object.insert(toQString(name), toQString(value));
    return object;
}

} // namespace

Result<std::string> settingsOf(const VendorInfo &vendor, const ConnectionSettings &entered)
{
    std::vector<std::string> known;
    for (const auto &field : vendor.settings)
        known.push_back(field.id);
    for (const auto &[id, value] : entered.values) {
        if (std::find(known.begin(), known.end(), id) == known.end())
            return Error{Errc::InvalidInput,
                known.empty() ? words("Connection", "%1 has no settings, and so no \"%2\".", {vendor.name, id})
                              : words("Connection", "%1 has no setting \"%2\"; there is: %3", {vendor.name, id, joined(known, ", ")})};
    }
    auto values = entered.values;
    for (const auto &field : vendor.settings) {
        const auto found = values.find(field.id);
        if (const auto good = judge(field, found == values.end() ? std::string() : found->second); !good)
            return good.error();
        if (found != values.end() && found->second.empty())
            values.erase(found);
    }
    for (const auto &[host, address] : entered.connectTo) {
        if (const auto good = judgeStandIn(host, address); !good)
            return good.error();
    }
    if (!entered.ca.empty() && entered.ca.find("-----BEGIN CERTIFICATE-----") == std::string::npos)
        return Error{
            Errc::InvalidInput, words("Connection", "The authority's certificate is not in PEM form (-----BEGIN CERTIFICATE-----).")};
    QJsonObject object;
    if (entered.manifest.empty())
        object.insert(QStringLiteral("vendor"), toQString(entered.vendor));
    else
        object.insert(QStringLiteral("manifest"), toQString(entered.manifest));
    object.insert(QStringLiteral("values"), objectOf(values));
    if (!entered.ca.empty())
        object.insert(QStringLiteral("ca"), toQString(entered.ca));
    if (!entered.connectTo.empty())
        object.insert(QStringLiteral("connect_to"), objectOf(entered.connectTo));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

} // namespace br
