// Every shipped manifest is clean, and says what a person must know before giving it a key.
#include "connectors/rest/library/manifestlibrary.h"
#include "tests/run/registered.h"

#include <QDir>

#include <algorithm>
#include <set>

using namespace br;

namespace vendor_manifests_test {

class TestVendorManifests final : public QObject {
    Q_OBJECT

private slots:
    void all_data();
    void all();
    void sixteenVendors();
};

void TestVendorManifests::all_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(QStringLiteral(BR_VENDORS));
    for (const auto &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        if (name != QLatin1String("manifest.schema.json"))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
}

void TestVendorManifests::all()
{
    QFETCH(QString, file);
    const auto problems = rest::ManifestLibrary::check(file.toStdString());
    QVERIFY(problems.ok());
    for (const auto &problem : *problems)
        qWarning("%s", rest::problemText(problem).c_str());
    QVERIFY(problems->empty());
    const auto manifest = rest::ManifestLibrary::load(file.toStdString());
    QVERIFY(manifest.ok());
    const auto &info = (*manifest)->info;
    QCOMPARE(QString::fromStdString(info.id), QFileInfo(file).completeBaseName());
    QVERIFY(!info.about.empty());
    QVERIFY(!info.permission.empty());
    QVERIFY(info.documentation.starts_with("https://"));
    QVERIFY(!info.secrets.empty());
    QVERIFY(!(*manifest)->hosts.empty());
    QVERIFY(!(*manifest)->streams.empty());
    QVERIFY(!(*manifest)->notes.empty());
    const QString page = QStringLiteral(BR_VENDOR_DOCS) + QLatin1Char('/') + QString::fromStdString(info.id) + QStringLiteral(".md");
    QVERIFY2(QFile::exists(page), qPrintable(page + QStringLiteral(" is missing: every vendor has a page")));
}

void TestVendorManifests::sixteenVendors()
{
    const rest::ManifestLibrary library{std::string("/nonexistent")};
    std::set<std::string> ids;
    for (const auto &vendor : library.vendors())
        ids.insert(vendor.id);
    const std::set<std::string> expected = {"connectwise", "autotask", "halopsa", "pax8", "sherweb", "microsoft-graph", "ninjaone",
        "datto-rmm", "n-central", "huntress", "sentinelone", "sophos-central", "duo", "bitdefender-gravityzone", "acronis", "cove"};
    QVERIFY(std::ranges::includes(ids, expected));
}

} // namespace vendor_manifests_test

BR_TEST(vendor_manifests, TestVendorManifests)
#include "vendor_manifests.moc"
