// The shipped manifests and the person's own folder.
#include "connectors/rest/library/manifestlibrary.h"
#include "core/base/text.h"
#include "tests/connectors_rest/restfixture.h"
#include "tests/run/registered.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace br;
using namespace br::rest;
using br::test::edited;

namespace rest_library_test {

namespace {

const std::string small = br::test::smallManifest();

void put(const QTemporaryDir &folder, const char *name, std::string text)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.data(), static_cast<qint64>(text.size()));
}

} // namespace

class RestLibraryTest : public QObject {
    Q_OBJECT

private slots:
    void everyShippedManifestIsTaken()
    {
        const QTemporaryDir empty;
        const ManifestLibrary library(toUtf8(empty.path()));
        for (const auto &problem : library.problems())
            qWarning("%s", problemText(problem).c_str());
        QVERIFY(library.problems().empty());
        QVERIFY(library.vendors().size() >= 16);
        for (const auto &vendor : library.vendors()) {
            QVERIFY2(vendor.file.empty(), vendor.id.c_str());
            QVERIFY2(!vendor.about.empty() && !vendor.permission.empty(), vendor.id.c_str());
        }
        QCOMPARE((*library.find("connectwise"))->info.side, Side::Psa);
    }

    void shippedManifestsRaiseNoWarnings()
    {
        const QDir folder(QStringLiteral(BR_VENDORS));
        for (const auto &name : folder.entryList({QStringLiteral("*.json")})) {
            if (name == QStringLiteral("manifest.schema.json"))
                continue;
            const auto problems = ManifestLibrary::check(toUtf8(folder.filePath(name)));
            QVERIFY(problems);
            for (const auto &problem : *problems)
                QFAIL(problemText(problem).c_str());
        }
    }

    void ownManifestsAreTakenAndMayReplaceShippedOnes()
    {
        const QTemporaryDir folder;
        put(folder, "mine.json", small);
        put(folder, "duo.json", edited(small, "\"mine\"", "\"duo\""));
        const ManifestLibrary library(toUtf8(folder.path()));
        QCOMPARE((*library.find("mine"))->info.version, std::string("7"));
        QCOMPARE((*library.find("duo"))->info.name, std::string("Mine"));
        QCOMPARE(library.problems().size(), size_t(1));
        const auto &told = library.problems()[0];
        QVERIFY(!told.isError);
        QVERIFY(told.what.find("Cisco Duo") != std::string::npos);
        const auto vendors = library.vendors();
        QCOMPARE(std::ranges::count(vendors, "duo", &VendorInfo::id), 1);
    }

    void brokenOnesAreToldAndTheOthersStay()
    {
        const QTemporaryDir folder;
        put(folder, "broken.json", edited(small, "\"version\": \"7\"", "\"version\" \"7\""));
        put(folder, "mine.json", small);
        const ManifestLibrary library(toUtf8(folder.path()));
        QVERIFY(library.find("mine"));
        QCOMPARE(library.problems().size(), size_t(1));
        QVERIFY(library.problems()[0].isError);
        QVERIFY(library.problems()[0].file.ends_with("broken.json"));
        QVERIFY2(library.problems()[0].what.find("line 3") != std::string::npos, library.problems()[0].what.c_str());
    }

    void twoOfTheSameIdAreNotBothTaken()
    {
        const QTemporaryDir folder;
        put(folder, "a.json", small);
        put(folder, "b.json", small);
        const ManifestLibrary library(toUtf8(folder.path()));
        QCOMPARE(library.problems().size(), size_t(1));
        QVERIFY(library.problems()[0].isError);
        QVERIFY(library.problems()[0].file.ends_with("b.json"));
    }

    void anUnknownVendorNamesTheNearest()
    {
        const QTemporaryDir empty;
        const ManifestLibrary library(toUtf8(empty.path()));
        const auto found = library.find("huntres");
        QVERIFY(!found);
        QCOMPARE(found.error().code, Errc::NotFound);
        QVERIFY(found.error().message.find("\"huntress\"") != std::string::npos);
    }

    void whatIsNoManifestIsToldAsWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("said");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("the file is empty");
        QTest::newRow("spaces") << QByteArray(" \n") << QStringLiteral("the file is empty");
        QTest::newRow("UTF-16 with a mark") << QByteArray("\xFF\xFE{\0", 4) << QStringLiteral("saved as UTF-16: save it as UTF-8");
        QTest::newRow("UTF-16 without") << QByteArray("{\0\"\0", 4) << QStringLiteral("saved as UTF-16: save it as UTF-8");
        QTest::newRow("NUL") << QByteArray("{\"a\": \0}", 8) << QStringLiteral("it holds NUL bytes");
        QTest::newRow("Latin-1") << QByteArray("{\"a\": \"\xE4\"}") << QStringLiteral("it is not UTF-8");
        QTest::newRow("large") << QByteArray((2 << 20) + 1, ' ') << QStringLiteral("larger than 2 MB");
    }

    void whatIsNoManifestIsToldAsWhatItIs()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, said);
        const QTemporaryDir folder;
        put(folder, "m.json", content.toStdString());
        const auto checked = ManifestLibrary::check(toUtf8(folder.filePath(QStringLiteral("m.json"))));
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.find(said.toStdString()) != std::string::npos, checked.error().message.c_str());
    }

    void aDeviceWithoutEndIsTooLarge()
    {
        const auto checked = ManifestLibrary::check("/dev/zero");
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.find("larger than 2 MB") != std::string::npos, checked.error().message.c_str());
    }

    void aFileThatIsNotThereIsAnErrorOfReading()
    {
        const auto checked = ManifestLibrary::check("/nowhere/at-all.json");
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, Errc::Io);
    }
};

} // namespace rest_library_test

BR_TEST(rest_library, RestLibraryTest)
#include "rest_library.moc"
