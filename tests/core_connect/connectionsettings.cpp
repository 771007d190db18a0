// ConnectionSettings: what a person entered is judged against the manifest; what is wrong is named with its field and value.
#include "core/connect/connectionsettings.h"
#include "tests/run/registered.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace br;

namespace connectionsettings_test {

namespace {

VendorInfo psa()
{
    VendorInfo vendor;
    vendor.id = "psa";
    vendor.name = "The PSA";
    vendor.settings = {{"host", "Server", {}, SettingKind::Host, true, {}, {}, {}, "psa.example.com"},
        {"region", "Region", {}, SettingKind::Choice, true, "eu", {{"eu", "Europe"}, {"us", "America"}}, {}, {}},
        {"company", "Company", {}, SettingKind::Text, false, {}, {}, "[a-z]{2,5}", "acme"},
        {"limit", "Limit", {}, SettingKind::Number, false, {}, {}, {}, {}},
        {"old", "Old", {}, SettingKind::Boolean, false, {}, {}, {}, {}}};
    return vendor;
}

ConnectionSettings with(std::map<std::string, std::string> values)
{
    ConnectionSettings entered;
    entered.vendor = "psa";
    entered.values = std::move(values);
    return entered;
}

QJsonObject json(const Result<std::string> &text)
{
    if (!text)
        qFatal("%s", text.error().message.c_str());
    return QJsonDocument::fromJson(QByteArray::fromStdString(*text)).object();
}

} // namespace

class ConnectionSettingsTest final : public QObject {
    Q_OBJECT

private slots:
    void whatFitsBecomesTheSettingsOfASource()
    {
        auto entered = with({{"host", "psa.example.com"}, {"company", "acme"}, {"old", "true"}, {"limit", "2.5"}, {"region", ""}});
        entered.ca = "-----BEGIN CERTIFICATE-----\nx";
        entered.connectTo = {{"psa.example.com", "https://127.0.0.1:4000"}, {"b", "http://localhost:1"}, {"c", "https://[::1]:9"}};
        const auto settings = json(settingsOf(psa(), entered));
        QCOMPARE(settings.keys(),
            (QStringList{QStringLiteral("ca"), QStringLiteral("connect_to"), QStringLiteral("values"), QStringLiteral("vendor")}));
        QCOMPARE(settings.value(QStringLiteral("vendor")).toString(), QStringLiteral("psa"));
        const auto values = settings.value(QStringLiteral("values")).toObject();
        QCOMPARE(values.size(), 4); // an empty one is left to its default
        QCOMPARE(values.value(QStringLiteral("limit")).toString(), QStringLiteral("2.5"));
        QCOMPARE(settings.value(QStringLiteral("connect_to")).toObject().size(), 3);
        auto dry = with({{"host", "h"}});
        dry.manifest = "/tmp/m.json";
        QCOMPARE(json(settingsOf(psa(), dry)).keys(), (QStringList{QStringLiteral("manifest"), QStringLiteral("values")}));
    }

    void whatDoesNotFitIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("required and empty") << QStringLiteral("host") << QString();
        for (const auto *host : {"https://psa.example.com", "psa.example.com/api", "a b", "user@host", "host:port"})
            QTest::newRow(host) << QStringLiteral("host") << QString::fromLatin1(host);
        QTest::newRow("no choice") << QStringLiteral("region") << QStringLiteral("mars");
        QTest::newRow("pattern, not whole") << QStringLiteral("company") << QStringLiteral("acme1");
        QTest::newRow("pattern, a second line") << QStringLiteral("company") << QStringLiteral("acme\nx");
        QTest::newRow("number") << QStringLiteral("limit") << QStringLiteral("many");
        QTest::newRow("boolean") << QStringLiteral("old") << QStringLiteral("yes please");
        QTest::newRow("unknown field") << QStringLiteral("nonsense") << QStringLiteral("x");
    }

    void whatDoesNotFitIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        std::map<std::string, std::string> values{{"host", "psa.example.com"}};
        values[field.toStdString()] = value.toStdString();
        const auto settings = settingsOf(psa(), with(values));
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, Errc::InvalidInput);
        QVERIFY(settings.error().message.find(field.toStdString()) != std::string::npos);
        QVERIFY(field == QStringLiteral("nonsense") || settings.error().message.find(value.toStdString()) != std::string::npos);
    }

    void aStandInIsOnThisMachine()
    {
        for (const auto *address : {"https://evil.example:443", "https://127.0.0.1", "ftp://127.0.0.1:21", "127.0.0.1:4000",
                 "https://127.0.0.1.evil.example:1", "https://127.0.0.1:99999", ""}) {
            auto entered = with({{"host", "h"}});
            entered.connectTo = {{"h", address}};
            QVERIFY2(!settingsOf(psa(), entered), address);
        }
        auto entered = with({{"host", "h"}});
        entered.ca = "not a certificate";
        QVERIFY(!settingsOf(psa(), entered));
    }
};

} // namespace connectionsettings_test

BR_TEST(connectionsettings, ConnectionSettingsTest)
#include "connectionsettings.moc"
