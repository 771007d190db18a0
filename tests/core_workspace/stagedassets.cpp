// The import's second thread: all that was handed over is stored, whatever the sizes; leaving in the middle and a file that
// cannot be written end at once. Run it under ThreadSanitizer too: cmake --workflow --preset tsan.
#include "core/workspace/stagedassets.h"
#include "core/store/batchstore.h"
#include "core/store/sourcestore.h"
#include "core/store/vendorstore.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

using namespace br;

namespace stagedassets_test {

class StagedAssetsTest final : public QObject {
    Q_OBJECT

private:
    struct Opened {
        explicit Opened(TestWorld &world)
            : database(world.workspace->database())
            , transaction(mustBe(Transaction::begin(database)))
        {
            const auto source = mustBe(SourceStore(database).find(SourceName("edr")));
            Batch begun;
            begun.source = SourceName("edr");
            begun.side = Side::Vendor;
            begun.period = mustBe(Period::parse("2026-10"));
            batch = mustBe(BatchStore(database).begin(source->id, begun));
            VendorStore vendor(database);
            for (int i = 0; i < 7; ++i)
                accounts.push_back(mustBe(vendor.accountNumber(source->id, "T" + std::to_string(i))));
            meter = mustBe(vendor.meterNumber(source->id, "agent"));
        }
        Status add(StagedAssets &staged, int number, size_t rawSize) const
        {
            const auto id = std::to_string(number);
            const std::string raw(rawSize, 'x');
            auto record = anAsset("T", "agent", id, "pc-" + id, number + 2);
            const auto name = "pc-" + id;
            record.name = name;
            record.raw = raw;
            return staged.add(accounts[static_cast<size_t>(number) % accounts.size()], meter, record, 0);
        }
        Database &database;
        Transaction transaction;
        int64_t batch = 0;
        std::vector<int64_t> accounts;
        int64_t meter = 0;
    };
    static TallyRule rule() { return TallyRule::forPeriod(mustBe(Period::parse("2026-10")), {}); }

private slots:
    void everythingIsStored_data()
    {
        QTest::addColumn<int>("assets");
        QTest::addColumn<int>("rawSize");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("one") << 1 << 0;
        QTest::newRow("a block and one") << 16'385 << 0;
        QTest::newRow("many blocks, packs handed out in between") << 300'000 << 0;
        QTest::newRow("few rows, large texts") << 900 << 200'000;
    }
    void everythingIsStored()
    {
        QFETCH(int, assets);
        QFETCH(int, rawSize);
        TestWorld world;
        const Opened opened(world);
        {
            StagedAssets staged(opened.database, opened.batch, rule());
            for (int i = 0; i < assets; ++i)
                mustBe(opened.add(staged, i, static_cast<size_t>(rawSize)));
            mustBe(staged.finish());
        }
        AssetStore store(opened.database);
        QCOMPARE(mustBe(store.verify(opened.batch)), int64_t{assets});
        int64_t seen = 0;
        mustBe(store.eachOfMeter(opened.batch, opened.meter, [&](int64_t account, const PackedAsset &asset) {
            const auto number = std::stoi(std::string(asset.id));
            const bool isRight = account == opened.accounts[static_cast<size_t>(number) % opened.accounts.size()] && asset.row == number + 2
                && asset.raw.size() == static_cast<size_t>(rawSize) && asset.name == "pc-" + std::string(asset.id);
            seen += isRight ? 1 : 0;
        }));
        QCOMPARE(seen, int64_t{assets});
        QCOMPARE(mustBe(store.keys(opened.batch, opened.meter, KeyOf::Id)).size(), static_cast<size_t>(assets));
    }

    void leavingInTheMiddleEndsTheThread()
    {
        TestWorld world;
        const Opened opened(world);
        for (int turn = 0; turn < 60; ++turn) {
            mustBe(opened.database.runText("SAVEPOINT turn"));
            {
                StagedAssets staged(opened.database, opened.batch, rule());
                for (int i = 0; i < turn * 1'700; ++i)
                    mustBe(opened.add(staged, i, static_cast<size_t>(turn % 3) * 100));
            }
            mustBe(opened.database.runText("ROLLBACK TO turn")); // as an import that was not finished
        }
        QCOMPARE(mustBe(AssetStore(opened.database).verify(opened.batch)), int64_t{0}); // and the file is still at our service
    }

    void aFileThatCannotBeWrittenEndsTheImport()
    {
        for (const int assets : {20'000, 400'000}) { // told when finishing, and while handing over
            TestWorld world;
            const Opened opened(world);
            mustBe(opened.database.runText(
                "CREATE TEMP TRIGGER full BEFORE INSERT ON main.asset_pack BEGIN SELECT RAISE(ABORT, 'full'); END"));
            StagedAssets staged(opened.database, opened.batch, rule());
            Status done;
            for (int i = 0; i < assets && done; ++i)
                done = opened.add(staged, i, 0);
            if (done)
                done = staged.finish();
            QVERIFY(!done);
            QCOMPARE(done.error().code, Errc::Conflict);
        }
    }
};

} // namespace stagedassets_test

BR_TEST(stagedassets, StagedAssetsTest)
#include "stagedassets.moc"
