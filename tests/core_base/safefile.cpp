#include "core/base/safefile.h"

#include "core/base/text.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#endif

using namespace br;
using namespace Qt::StringLiterals;

namespace safefile_test {

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

} // namespace

class SafeFileTest final : public QObject {
    Q_OBJECT

private slots:
    void writesAndTellsWhatIsOnDisk()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"Größe.csv"_s);
        const auto written = writeFileSafely(toUtf8(path), std::string_view("abc"));
        QVERIFY2(written.ok(), written ? "" : written.error().message.c_str());
        QCOMPARE(written->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QCOMPARE(written->size, 3);
        QCOMPARE(bytesOf(path), QByteArray("abc"));
        QVERIFY(writeFileSafely(toUtf8(path), std::string_view("longer than before")).ok());
        QCOMPARE(bytesOf(path), QByteArray("longer than before"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void writesEmptyAndLargeFiles()
    {
        const QTemporaryDir folder;
        const auto path = toUtf8(folder.filePath(u"x"_s));
        QCOMPARE(writeFileSafely(path, std::string_view())->size, 0);
        const std::string large(3'000'001, 'x');
        QCOMPARE(writeFileSafely(path, std::string_view(large))->sha256, sha256Hex(large));
        QCOMPARE(*readWholeFile(path, 4'000'000), large);
        QVERIFY(!readWholeFile(path, 1'000).ok());
    }

    void keepsTheOldFileWhereFillingFails()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"sheet.xlsx"_s);
        QVERIFY(writeFileSafely(toUtf8(path), std::string_view("old")).ok());
        const auto outcome = writeFileSafely(toUtf8(path), [](const std::string &temporary) -> Status {
            QFile half(toQString(temporary));
            if (half.open(QIODevice::WriteOnly))
                half.write("half");
            return Error{Errc::Io, "the writer gave up"};
        });
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().message.find("the writer gave up") != std::string::npos);
        QCOMPARE(bytesOf(path), QByteArray("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void saysWhereItCannotWrite()
    {
        const QTemporaryDir folder;
        const auto nowhere = toUtf8(folder.filePath(u"missing/sheet.csv"_s));
        const auto outcome = writeFileSafely(nowhere, std::string_view("x"));
        QVERIFY(!outcome.ok());
        QVERIFY(outcome.error().message.find("sheet.csv") != std::string::npos);
        const auto missing = readWholeFile(nowhere, 100);
        QVERIFY(!missing.ok() && missing.error().message.find("sheet.csv") != std::string::npos);
        QVERIFY(!readWholeFile(toUtf8(folder.path()), 100).ok());
    }

    void writesOverNoDatabase()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"month.brw"_s);
        QFile workspace(path);
        QVERIFY(workspace.open(QIODevice::WriteOnly));
        const auto content = QByteArray("SQLite format 3", 16) + "and decisions";
        workspace.write(content);
        workspace.close();
        for (const auto &name : {u"month.brw"_s, u"month.brw-wal"_s, u"month.brw-journal"_s}) {
            const auto outcome = writeFileSafely(toUtf8(folder.filePath(name)), std::string_view("a sheet"));
            QVERIFY(!outcome.ok());
            QCOMPARE(outcome.error().code, Errc::InvalidInput);
        }
        QVERIFY(workspace.open(QIODevice::ReadOnly));
        QCOMPARE(workspace.readAll(), content);
        QVERIFY(writeFileSafely(toUtf8(folder.filePath(u"other-wal"_s)), std::string_view("a sheet")).ok());
    }

    // A small file system of its own; only a superuser may make one.
    void saysHowMuchRoomIsNeeded()
    {
#ifdef Q_OS_LINUX
        const QTemporaryDir folder;
        const auto place = QFile::encodeName(folder.path());
        if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0
            || ::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1536k") != 0)
            QSKIP("NOT TESTED: no file system can be mounted here to stand for a full disk");
        const std::string bytes(2'500'000, 'x');
        const auto outcome = writeFileSafely(toUtf8(folder.filePath(u"sheet.csv"_s)), std::string_view(bytes));
        QVERIFY(!outcome.ok());
        QVERIFY2(outcome.error().message.find("the disk is full: the file needs 3 MB, and 1 MB are free") != std::string::npos,
            outcome.error().message.c_str());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
        ::umount(place.constData());
#else
        QSKIP("NOT TESTED: mounting is done on Linux only");
#endif
    }

    void noticesAFullDisk()
    {
        QFile full(u"/dev/full"_s);
        if (!full.exists())
            QSKIP("NOT TESTED: there is no /dev/full here to stand for a full disk");
        const QTemporaryDir folder;
        const auto path = folder.filePath(u"sheet.csv"_s);
        QVERIFY(writeFileSafely(toUtf8(path), std::string_view("old")).ok());
        const auto outcome = writeFileSafely(toUtf8(path), [](const std::string &temporary) -> Status {
            QFile::remove(toQString(temporary));
            // The writer believes that it wrote; what stands there is not a file that can be read back.
            return QFile::link(u"/dev/full"_s, toQString(temporary)) ? Status() : Status(Error{Errc::Io, "no link"});
        });
        QVERIFY(!outcome.ok());
        QCOMPARE(bytesOf(path), QByteArray("old"));
    }
};

} // namespace safefile_test

BR_TEST(safefile, SafeFileTest)
#include "safefile.moc"
