// RecordSpool: what goes in comes out, in order; a file that was touched is refused; a full disk is told; nothing is left behind.
#include "core/connect/recordspool.h"

#include "core/base/sha256.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace br;

namespace recordspool_test {

namespace {

const Currency euro = Currency::parse("EUR").value();

// Every call as a line of text.
class Told final : public RecordSink {
public:
    Status beginFile(const BatchFile &file) override { return tell("begin " + text(file)); }
    Status finishFile(const BatchFile &file) override { return tell("finish " + text(file)); }
    Status line(const LineRecord &r) override
    {
        lines.push_back(r);
        return tell("line " + r.line.id.text);
    }
    Status product(const ProductRecord &r) override
    {
        products.push_back(r);
        return tell("product " + r.product.id.text);
    }
    Status count(const CountRecord &r) override
    {
        counts.push_back(r);
        return tell("count " + r.count.account.text);
    }
    Status asset(const AssetRecord &r) override
    {
        std::string all;
        for (const auto view :
            {r.accountId, r.accountName, r.accountDomain, r.meterId, r.meterName, r.id, r.name, r.assetClass, r.status, r.raw})
            (all += view) += '|';
        for (const auto &day : {r.assigned, r.ended, r.lastSeen})
            all += (day ? day->toString() : "-") + '|';
        return tell("asset " + all + std::to_string(r.row));
    }
    Status account(const Account &a) override { return tell("account " + a.id.text + ' ' + a.name + ' ' + a.domain); }
    Status client(const Client &c) override
    {
        return tell("client " + c.id.text + ' ' + c.name + ' ' + c.parent.text + (c.rollUp ? " up" : ""));
    }
    Status unread(const Unread &u) override
    {
        return tell("unread " + u.account.text + ' ' + u.meter.text + ' ' + u.reason + (u.onlyWhereAbsent ? " absent" : ""));
    }
    Status reject(const RejectedRow &r) override
    {
        return tell("reject " + r.file + std::to_string(r.row) + r.column + r.value + r.reason);
    }
    Status warn(const RejectedRow &r) override { return tell("warn " + r.reason); }

    std::vector<std::string> told;
    std::vector<LineRecord> lines;
    std::vector<ProductRecord> products;
    std::vector<CountRecord> counts;
    std::optional<Error> refuse;

private:
    static std::string text(const BatchFile &f)
    {
        return f.name + ' ' + f.sha256 + ' ' + f.layout + ' ' + std::to_string(f.rowsIn) + ' ' + std::to_string(f.pages) + ' '
            + (f.declaredTotal ? std::to_string(*f.declaredTotal) : "-");
    }
    Status tell(std::string what)
    {
        told.push_back(std::move(what));
        return refuse ? Status(*refuse) : Status();
    }
};

AssetRecord assetOf(std::string_view id) // a view: the text must outlive the record
{
    AssetRecord record;
    record.accountId = "T1";
    record.meterId = "agent";
    record.id = id;
    record.name = "pc";
    return record;
}

} // namespace

class RecordSpoolTest final : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    NoProgress m_silent;
    std::string workspace() const { return m_folder.filePath(QStringLiteral("my [work] space.brw")).toStdString(); }
    std::unique_ptr<RecordSpool> make() const
    {
        auto made = RecordSpool::create(workspace());
        if (!made)
            qFatal("%s", made.error().message.c_str());
        return std::move(*made);
    }
    QStringList leftovers() const
    {
        auto names = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
        return names.filter(QStringLiteral(".sync-"));
    }

private slots:
    void everyRecordComesBackAsItWas()
    {
        auto spool = make();
        QVERIFY(spool->beginFile({"Lines", {}, 0, "rest", 0, 0, 0}));
        LineRecord line;
        line.client = {ClientId("C\n1"), "Müller & Söhne", ClientId("P"), true};
        line.agreement = {AgreementId("A"), "Care", ClientId("C\n1"), Day::parse("1999-12-31").value(), {}, BillingCycle::Annual};
        line.line = {LineId("L"), AgreementId("A"), ClientId("C\n1"), ProductId("EDR"), Decimal::fromRaw(-25'001), Decimal::fromInt(2),
            Decimal::fromRaw(45'000), {}, euro, false, Day::parse("2026-02-28").value(), Day::parse("2026-10-01").value(), {}};
        line.productName = "Endpoint";
        line.raw = R"({"x":"ü"})";
        line.row = 7;
        QVERIFY(spool->line(line));
        const ProductRecord product{{ProductId("EDR"), "Endpoint", {}, Decimal::fromInt(3), euro}, "{}", 8};
        QVERIFY(spool->product(product));
        CountRecord count;
        count.count = {{}, AccountId("T"), MeterId("m"), "sub", Measure::Purchased, Decimal::fromInt(9), Decimal::fromRaw(1), euro,
            "annual", Day::parse("2027-01-31").value(), "active"};
        count.accountName = "Tenant";
        count.accountDomain = "t.example";
        count.meterName = "Meter";
        count.row = int64_t{1} << 40;
        QVERIFY(spool->count(count));
        AssetRecord asset;
        asset.accountId = "T";
        asset.accountDomain = std::string_view("a\0b", 3);
        asset.meterId = "agent";
        asset.id = "00017";
        asset.name = "pc";
        asset.assetClass = "Server";
        asset.assigned = Day::parse("1900-01-01").value();
        asset.raw = "{}";
        asset.row = 3;
        QVERIFY(spool->asset(asset));
        QVERIFY(spool->account({{}, AccountId("T"), "Tenant", "t.example"}));
        QVERIFY(spool->client({ClientId("K"), "Klient", {}, false}));
        QVERIFY(spool->unread({{}, AccountId("T2"), MeterId("agent"), "refused", true}));
        QVERIFY(spool->reject({"Lines", 4, "quantity", "x", "not a number"}));
        QVERIFY(spool->warn({"Lines", 5, {}, {}, "no date"}));
        QVERIFY(spool->finishFile({"Lines", "abc", 12, "rest", 4, 3, 1, 2, 4}));
        QVERIFY(spool->finish());
        QCOMPARE(spool->records(), int64_t{4});

        Told told;
        QVERIFY(spool->replay(told, m_silent));
        const std::string assetLine = std::string("asset T||a") + '\0' + "b|agent||00017|pc|Server||{}|1900-01-01|-|-|3";
        const std::vector<std::string> expected{"begin Lines  rest 0 0 -", "line L", "product EDR", "count T", told.told.at(4),
            "account T Tenant t.example", "client K Klient ", "unread T2 agent refused absent", "reject Lines4quantityxnot a number",
            "warn no date", "finish Lines abc rest 4 2 4"};
        QCOMPARE(told.told.size(), expected.size());
        QCOMPARE(told.told, expected);
        QCOMPARE(told.told[4], assetLine);
        QCOMPARE(told.lines.at(0).client, line.client);
        QCOMPARE(told.lines.at(0).agreement, line.agreement);
        QCOMPARE(told.lines.at(0).line, line.line);
        QCOMPARE(told.lines.at(0).productName, line.productName);
        QCOMPARE(told.lines.at(0).raw, line.raw);
        QCOMPARE(told.lines.at(0).row, line.row);
        QCOMPARE(told.products.at(0).product, product.product);
        QCOMPARE(told.counts.at(0).count, count.count);
        QCOMPARE(told.counts.at(0).accountDomain, count.accountDomain);
        QCOMPARE(told.counts.at(0).row, count.row);
        // A second time gives the same.
        Told again;
        QVERIFY(spool->replay(again, m_silent));
        QCOMPARE(again.told, told.told);
    }

    void aStreamWithoutAHashGetsThatOfItsRecords()
    {
        const auto hashOf = [this](const std::string &id) {
            auto spool = make();
            Told told;
            if (!spool->beginFile({"S", {}, 0, {}, 0, 0, 0}) || !spool->asset(assetOf(id)) || !spool->finishFile({"S", {}, 0, {}, 1, 1, 0})
                || !spool->finish() || !spool->replay(told, m_silent))
                return std::string("failed");
            return told.told.back();
        };
        QCOMPARE(hashOf("1"), hashOf("1"));
        QVERIFY(hashOf("1") != hashOf("2"));
        QCOMPARE(hashOf("1").size(), std::string("finish S  ").size() + 64 + std::string(" 1 0 -").size());
    }

    void itIsPrivateAndGoesAway()
    {
        {
            auto spool = make();
            QVERIFY(spool->asset(assetOf("1")));
            QCOMPARE(leftovers().size(), 1);
            QVERIFY(leftovers()[0].startsWith(QStringLiteral("my [work] space.brw.sync-")));
            const auto permissions = QFile::permissions(QString::fromStdString(spool->path()));
            QCOMPARE(permissions & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        }
        QCOMPARE(leftovers(), QStringList());
    }

    void leftoversOfKilledSyncsAreSwept()
    {
        for (const char *name : {"my [work] space.brw.sync-aB3xYz", "my [work] space.brw.sync-notours", "other.brw.sync-aB3xYz"}) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        RecordSpool::sweep(workspace());
        QCOMPARE(leftovers(), (QStringList{QStringLiteral("my [work] space.brw.sync-notours"), QStringLiteral("other.brw.sync-aB3xYz")}));
        for (const auto &name : leftovers())
            QFile::remove(m_folder.filePath(name));
    }

    void oneTouchedByteAnywhereIsRefused()
    {
        auto spool = make();
        QVERIFY(spool->beginFile({"S", {}, 0, {}, 0, 0, 0}));
        for (int i = 0; i < 5; ++i)
            QVERIFY(spool->asset(assetOf(std::to_string(i))));
        QVERIFY(spool->finishFile({"S", {}, 0, {}, 5, 5, 0}));
        QVERIFY(spool->finish());
        QFile file(QString::fromStdString(spool->path()));
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        const auto whole = file.readAll();
        for (qint64 at = 0; at < whole.size(); ++at) {
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(QByteArray(1, static_cast<char>(whole[at] ^ 0x11))), 1);
            Told told;
            const auto replayed = spool->replay(told, m_silent);
            QVERIFY2(!replayed, qPrintable(QStringLiteral("byte %1 of %2 was changed and not seen").arg(at).arg(whole.size())));
            QCOMPARE(replayed.error().code, Errc::Damaged);
            QVERIFY(replayed.error().message.find(spool->path()) != std::string::npos);
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(whole.mid(at, 1)), 1);
        }
        Told told;
        QVERIFY(spool->replay(told, m_silent));
        for (qint64 size = whole.size() - 1; size >= 0; size -= 7) {
            QVERIFY(file.resize(size));
            Told short_;
            QCOMPARE(spool->replay(short_, m_silent).error().code, Errc::Damaged);
        }
    }

    void moreThanFitsIntoOneChunk()
    {
        auto spool = make();
        const std::string longText(700'000, 'x');
        for (int i = 0; i < 30'000; ++i) {
            const auto id = std::to_string(i);
            auto asset = assetOf(id);
            asset.raw = i % 10'000 == 0 ? std::string_view(longText) : std::string_view();
            QVERIFY(spool->asset(asset));
        }
        QVERIFY(spool->finish());
        Told told;
        QVERIFY(spool->replay(told, m_silent));
        QCOMPARE(told.told.size(), size_t{30'000});
        QCOMPARE(told.told[29'999], std::string("asset T1|||agent||29999|pc||||-|-|-|0"));
        QCOMPARE(told.told[10'000].size(), std::string("asset T1|||agent||10000|pc||||-|-|-|0").size() + longText.size());
    }

    void theSinkMayRefuse()
    {
        auto spool = make();
        QVERIFY(spool->asset(assetOf("1")));
        QVERIFY(spool->finish());
        Told told;
        told.refuse = Error{Errc::InvalidInput, "wrong side"};
        const auto replayed = spool->replay(told, m_silent);
        QCOMPARE(replayed.error().code, Errc::InvalidInput);
        QCOMPARE(replayed.error().message, std::string("wrong side"));
    }

    void unfinishedIsNotReplayed()
    {
        auto spool = make();
        QVERIFY(spool->asset(assetOf("1")));
        Told told;
        QCOMPARE(spool->replay(told, m_silent).error().code, Errc::Damaged);
        QVERIFY(told.told.empty());
        QVERIFY(spool->finish());
        QCOMPARE(spool->asset(assetOf("2")).error().code, Errc::Internal);
    }

#ifdef Q_OS_UNIX
    void aFullDiskIsTold()
    {
        auto spool = make();
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit little{1'000'000, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
        Status done;
        const std::string text(1000, 'x');
        for (int i = 0; i < 5000 && done; ++i) {
            auto asset = assetOf("1");
            asset.raw = text;
            done = spool->asset(asset);
        }
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        QVERIFY(!done);
        QCOMPARE(done.error().code, Errc::Io);
        QVERIFY(done.error().message.find(spool->path()) != std::string::npos);
        // It stays broken, also for a connector that did not listen.
        QCOMPARE(spool->asset(assetOf("2")).error().code, Errc::Io);
        QCOMPARE(spool->finish().error().code, Errc::Io);
        Told told;
        QCOMPARE(spool->replay(told, m_silent).error().code, Errc::Io);
    }
#endif

    void aFolderThatIsNotThere()
    {
        const auto made = RecordSpool::create(m_folder.filePath(QStringLiteral("no/where/x.brw")).toStdString());
        QCOMPARE(made.error().code, Errc::Io);
        QVERIFY(made.error().message.find("no/where/x.brw.sync-") != std::string::npos);
    }
};

} // namespace recordspool_test

BR_TEST(recordspool, RecordSpoolTest)
#include "recordspool.moc"
