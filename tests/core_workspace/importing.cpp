// Importing: one complete batch or nothing; evidence kept whole; counts made at ingest agree with the assets.
#include "core/base/text.h"
#include "core/reconcile/tally.h"
#include "core/store/assetstore.h"
#include "core/store/batchstore.h"
#include "core/store/eventstore.h"
#include "core/store/psastore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/assetcrunch.h"
#include "core/workspace/checking.h"
#include "core/workspace/rulemaking.h"
#include "tests/core_workspace/world.h"
#include "tests/run/registered.h"

#include <QDateTime>
#include <QFile>

#include <map>
#include <random>

using namespace br;

namespace importing_test {

class ImportingTest final : public QObject {
    Q_OBJECT

private:
    static int64_t rowsOf(TestWorld &world, const char *table)
    {
        return mustBe(world.workspace->database().integer(std::string("SELECT count(*) FROM ") + table));
    }
    static bool anyReason(const std::vector<RejectedRow> &rows, std::string_view part)
    {
        return std::any_of(rows.begin(), rows.end(), [&](const RejectedRow &row) { return row.reason.find(part) != std::string::npos; });
    }

private slots:
    void aBatchIsComplete()
    {
        TestWorld world;
        const auto report = mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            mustBe(sink.line(aLine("C2", "A1", "L2", "EDR", 7, 3)));
            return 2;
        }));
        QVERIFY(!report.refused);
        QVERIFY(report.batch.id > 0);
        QVERIFY(report.batch.complete);
        QCOMPARE(report.batch.connectorVersion, std::string("7.1"));
        const auto list = batches(*world.workspace, SourceName("psa")).value();
        QCOMPARE(list.size(), size_t{1});
        QCOMPARE(list[0].rowsKept, int64_t{2});
        QCOMPARE(list[0].sha256, sha256Hex(sha256Hex("made 1")));
        QCOMPARE(list[0].files[0].name, std::string("made.csv"));
        PsaStore store(world.workspace->database());
        const auto lines = store.lines(report.batch.id).value();
        QCOMPARE(lines.size(), size_t{2});
        QCOMPARE(lines[0], aLine("C1", "A1", "L1", "EDR", 40, 2).line);
        // The same agreement id at two clients is two agreements.
        QCOMPARE(store.agreements(report.batch.id).value().size(), size_t{2});
        QCOMPARE(store.linesOf(report.batch.id, ClientId("C2")).value().at(0).id.text, std::string("L2"));
        QCOMPARE(store.clients(report.batch.id).value().size(), size_t{2});
        QCOMPARE(store.products(report.batch.id).value().at(0).id.text, std::string("EDR"));
        // Rows and pack say the same; where another program altered one of them, it is told.
        QCOMPARE(store.verifyLines(report.batch.id).value(), int64_t{2});
        mustBe(world.workspace->database().runText("DROP TRIGGER batch_line_no_update"));
        mustBe(world.workspace->database().runText("UPDATE batch_line SET quantity = quantity + 1 WHERE line = 'L2'"));
        QCOMPARE(store.verifyLines(report.batch.id).error().code, Errc::Damaged);
        const auto log = readEvents(world.workspace->database(), 0, 1).value();
        QCOMPARE(log.at(0).what, std::string("import"));
        QCOMPARE(log.at(0).by, std::string("Ada"));
        QVERIFY(periods(*world.workspace).value() == std::vector{mustBe(Period::parse("2026-10"))});
    }

    void theLayoutsOfASourceAreKnown()
    {
        TestWorld world;
        QVERIFY(mustBe(layoutsUsed(*world.workspace)).empty());
        const auto one = [](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            return 1;
        };
        mustBe(world.import("psa", "2026-09", one));
        mustBe(world.import("psa", "2026-10", one));
        const auto used = mustBe(layoutsUsed(*world.workspace));
        QCOMPARE(used.size(), size_t{1});
        QVERIFY(used.at(SourceName("psa")) == std::set<std::string>{"test"});
        mustBe(removeSource(*world.workspace, SourceName("psa")));
        QVERIFY(mustBe(layoutsUsed(*world.workspace)).empty()); // what is removed proposes nothing
    }

    // Charges of one month; `until` is the last day they pay for.
    static ImportReport charge(TestWorld &world, const char *month, const char *subscription, int quantity, const char *until)
    {
        return mustBe(world.import("edr", month, [&](RecordSink &sink) {
            mustBe(sink.unread({{}, {}, {}, "an invoice states charges", true}));
            CountRecord record;
            record.count.account = AccountId("T1");
            record.count.meter = MeterId(subscription);
            record.count.subscription = subscription;
            record.count.measure = Measure::Purchased;
            record.count.quantity = Decimal::fromInt(quantity);
            record.count.chargedUntil = mustBe(Day::parse(until));
            mustBe(sink.count(record));
            return 1;
        }));
    }

    void aTermPaidOnceAYearIsNotZeroInItsOtherMonths()
    {
        TestWorld world;
        const SourceName edr("edr");
        const auto gaps
            = [&](const ImportReport &report) { return mustBe(VendorStore(world.workspace->database()).unread(report.batch.id, edr)); };
        charge(world, "2025-11", "annual", 5, "2026-11-14");
        auto gap = gaps(charge(world, "2025-12", "monthly", 2, "2025-12-31"));
        QCOMPARE(gap.size(), size_t{2});
        QVERIFY(gap[0].onlyWhereAbsent && gap[0].account.isEmpty()); // eleven months before are not there
        QCOMPARE(gap[1].account.text, std::string("T1"));
        QCOMPARE(gap[1].meter.text, std::string("annual"));
        QVERIFY(!gap[1].onlyWhereAbsent);
        QVERIFY2(
            gap[1].reason.find("5 units of subscription annual were charged until 2026-11-14") != std::string::npos, gap[1].reason.c_str());
        for (const char *month : {"2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"})
            charge(world, month, "monthly", 2, "2025-12-31");
        auto report = charge(world, "2026-10", "monthly", 2, "2026-10-31");
        gap = gaps(report);
        QCOMPARE(gap.size(), size_t{1}); // the year is whole: only what is known to run on is not read
        QCOMPARE(gap[0].meter.text, std::string("annual"));
        QVERIFY(anyReason(report.warnings, "unknown, not zero"));
        // Stated again, as a cancellation: a known zero now and in the months after.
        QVERIFY(gaps(charge(world, "2026-10", "annual", 0, "2026-11-14")).empty());
        report = charge(world, "2026-11", "monthly", 2, "2026-11-30");
        QVERIFY(gaps(report).empty());
    }

    // Nothing says that anything is paid ahead: what is absent is not there, as everywhere.
    void aSourceThatChargesByTheMonthStatesWhatThereIs()
    {
        TestWorld world;
        const auto gaps = [&](const ImportReport &report) {
            return mustBe(VendorStore(world.workspace->database()).unread(report.batch.id, SourceName("edr")));
        };
        const auto first = charge(world, "2026-09", "monthly", 2, "2026-10-30"); // from the last day of September
        QVERIFY(gaps(first).empty());
        QVERIFY(!anyReason(first.warnings, "paid once a year"));
        QVERIFY(gaps(charge(world, "2026-10", "other", 1, "2026-11-14")).empty());
        const auto ahead = charge(world, "2026-11", "annual", 1, "2027-11-14");
        QCOMPARE(gaps(ahead).size(), size_t{1});
        QVERIFY(gaps(ahead)[0].onlyWhereAbsent);
    }

    void aCountBelowZeroIsNotRead()
    {
        TestWorld world;
        const auto report = mustBe(world.import("edr", "2026-10", [](RecordSink &sink) {
            for (const int quantity : {3, -2}) {
                CountRecord record;
                record.count.account = AccountId("T1");
                record.count.meter = MeterId("agent");
                record.count.quantity = Decimal::fromInt(quantity);
                mustBe(sink.count(record));
            }
            return 20;
        }));
        QCOMPARE(report.rejected.size(), size_t{1});
        const auto gaps = mustBe(VendorStore(world.workspace->database()).unread(report.batch.id, SourceName("edr")));
        QCOMPARE(gaps.size(), size_t{1});
        QCOMPARE(gaps[0].account.text, std::string("T1"));
        QCOMPARE(gaps[0].meter.text, std::string("agent"));
    }

    void whatIsOddInThePsaIsTold()
    {
        TestWorld world;
        const auto report = mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            auto line = aLine("C1", "A1", "L1", "EDR", 40, 2);
            line.agreement.start = mustBe(Day::parse("2026-05-01"));
            line.agreement.end = mustBe(Day::parse("2026-04-30"));
            line.line.included = Decimal::fromInt(-2);
            mustBe(sink.line(line));
            mustBe(sink.product({{ProductId("EDR"), "EDR", Decimal::fromInt(-4), {}, mustBe(Currency::parse("EUR"))}, {}, 3}));
            return 2;
        }));
        QCOMPARE(report.batch.rowsKept, int64_t{2});
        QVERIFY(anyReason(report.warnings, "ends before it starts (2026-05-01)"));
        QVERIFY(anyReason(report.warnings, "negative included quantity"));
        QVERIFY(anyReason(report.warnings, "negative list price"));
    }

    // Every table of a batch: altered by another program, it is named.
    void checkNamesTheFirstBatchThatWasAltered()
    {
        TestWorld world;
        mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            mustBe(sink.warn({"made.csv", 3, "quantity", "x", "odd"}));
            return 2;
        }));
        mustBe(world.import("edr", "2026-10", [](RecordSink &sink) {
            mustBe(sink.asset(anAsset("T1", "agent", "1", "pc", 2)));
            CountRecord count;
            count.count.account = AccountId("T1");
            count.count.meter = MeterId("agent");
            count.count.quantity = Decimal::fromInt(4);
            mustBe(sink.count(count));
            mustBe(sink.unread({{}, AccountId("T2"), {}, "refused"}));
            return 2;
        }));
        auto &database = world.workspace->database();
        const auto verdict = [&] {
            NoProgress silent;
            for (const auto &finding : mustBe(check(*world.workspace, silent))) {
                if (finding.what == "batches")
                    return finding;
            }
            return CheckFinding{};
        };
        QVERIFY2(verdict().good, verdict().message.c_str());
        QVERIFY(verdict().message.starts_with("2 batches"));
        mustBe(database.runText("CREATE TEMP TABLE kept AS SELECT repeated FROM asset_key LIMIT 1"));
        mustBe(database.runText("CREATE TEMP TABLE kept_accounts AS SELECT packed FROM batch_account_pack"));
        struct Alteration {
            const char *table;
            const char *set;
            const char *back;
            const char *batch;
        };
        for (const auto &[table, set, back, batch] : std::initializer_list<Alteration>{{"batch_line", "raw = 'x'", "raw = ''", "Batch 1 "},
                 {"batch_agreement", "name = 'x'", "name = 'Managed'", "Batch 1 "},
                 {"batch_client", "name = 'x'", "name = 'Client C1'", "Batch 1 "},
                 {"batch_finding", "reason = 'x'", "reason = 'odd'", "Batch 1 "},
                 {"batch_count", "quantity = quantity + 1", "quantity = quantity - 1", "Batch 2 "},
                 {"batch_account_pack", "packed = x'0100'", "packed = (SELECT packed FROM kept_accounts)", "Batch 2 "},
                 {"batch_meter", "name = name || 'x'", "name = rtrim(name, 'x')", "Batch 2 "},
                 {"unread", "reason = 'x'", "reason = 'refused'", "Batch 2 "},
                 {"account", "account = account || 'x'", "account = rtrim(account, 'x')", "Batch 2 "},
                 {"asset_pack", "last_account = last_account + 1", "last_account = last_account - 1", "Batch 2 "},
                 {"asset_key", "repeated = x'0102'", "repeated = (SELECT repeated FROM kept)", "Batch 2 "},
                 {"asset_pack", "packed = zeroblob(3)", "packed = packed", "Batch 2 "}}) {
            const std::string name(table);
            if (name != "account")
                mustBe(database.runText("DROP TRIGGER IF EXISTS " + name + "_no_update"));
            mustBe(database.runText("UPDATE " + name + " SET " + set));
            QVERIFY2(!verdict().good, table);
            QVERIFY2(verdict().message.starts_with(batch), verdict().message.c_str());
            mustBe(database.runText("UPDATE " + name + " SET " + back));
            QVERIFY2(verdict().good == (std::string(back) != "packed = packed"), table);
        }
    }

    void aBatchOfAnOlderProgramIsNotCovered()
    {
        TestWorld world;
        charge(world, "2026-10", "s", 1, "2026-10-31");
        auto &database = world.workspace->database();
        mustBe(database.runText("DROP TRIGGER event_no_update"));
        mustBe(database.runText("UPDATE event SET detail = json_remove(detail, '$.content')"));
        NoProgress silent;
        for (const auto &finding : mustBe(check(*world.workspace, silent))) {
            if (finding.what != "batches")
                continue;
            QVERIFY(finding.good);
            QVERIFY2(finding.message.find("1 are from an older program") != std::string::npos, finding.message.c_str());
        }
    }

    void checkNamesWhatAKilledExportLeft()
    {
        TestWorld world;
        const auto path = world.folder.filePath(QStringLiteral(".0123456789abcdef.tmp"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto isNamed = [&] {
            NoProgress silent;
            for (const auto &finding : mustBe(check(*world.workspace, silent))) {
                if (finding.what == "leftover files")
                    return finding.good && finding.message.find(".0123456789abcdef.tmp") != std::string::npos;
            }
            return false;
        };
        QVERIFY(!isNamed()); // may be being written
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-7'200), QFileDevice::FileModificationTime));
        file.close();
        QVERIFY(isNamed());
    }

    void aCompleteBatchNeverChanges()
    {
        TestWorld world;
        mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            mustBe(sink.reject({"made.csv", 3, "quantity", "x", "not a number"}));
            return 20;
        }));
        mustBe(world.import("edr", "2026-10", [](RecordSink &sink) {
            mustBe(sink.asset(anAsset("T1", "agent", "1", "pc", 2)));
            CountRecord count;
            count.count.account = AccountId("T1");
            count.count.meter = MeterId("agent");
            mustBe(sink.count(count));
            return 2;
        }));
        auto &database = world.workspace->database();
        for (const char *table : {"batch_file", "batch_finding", "batch_client", "batch_agreement", "batch_line", "batch_product",
                 "batch_account_pack", "batch_meter", "batch_count", "asset_pack", "asset_tally", "asset_key"}) {
            const std::string name(table);
            QVERIFY2(rowsOf(world, table) > 0, table);
            QCOMPARE(database.runText("UPDATE " + name + " SET batch_id = batch_id").error().code, Errc::Conflict);
            QCOMPARE(database.runText("DELETE FROM " + name).error().code, Errc::Conflict);
            QCOMPARE(database.runText("INSERT INTO " + name + " SELECT * FROM " + name + " LIMIT 1").error().code, Errc::Conflict);
        }
        for (const char *sql : {"UPDATE batch SET rows_kept = 0", "DELETE FROM batch", "UPDATE event SET by = 'Eve'", "DELETE FROM event",
                 "UPDATE batch SET state = 'open'"})
            QCOMPARE(database.runText(sql).error().code, Errc::Conflict);
    }

    void failureAndCancelLeaveTheOldBatch()
    {
        TestWorld world;
        const auto one = [](RecordSink &sink) {
            mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", 40, 2)));
            return int64_t{1};
        };
        const auto first = mustBe(world.import("psa", "2026-10", one)).batch.id;
        const auto eventsBefore = rowsOf(world, "event");
        NoProgress progress;
        const ImportRequest request{SourceName("psa"), mustBe(Period::parse("2026-10")), {"x"}, "auto", false, 10.0};
        for (const auto code : {Errc::Cancelled, Errc::Io, Errc::NotFound}) {
            world.fake->play([&](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
                mustBe(sink.beginFile({"x", {}, 0, {}, 0, 0, 0}));
                one(sink);
                return Error{code, "stopped"};
            });
            QCOMPARE(importFiles(*world.workspace, request, progress).error().code, code);
        }
        world.fake->play([&](const FetchRequest &, RecordSink &, Progress &) -> Result<FetchSummary> {
            return Error{Errc::InvalidInput, "a column is missing"};
        });
        const auto refused = mustBe(importFiles(*world.workspace, request, progress));
        QVERIFY(refused.why == Refusal::NotRecognised && !refused.mayBeForced);
        QCOMPARE(refused.refused->message, std::string("a column is missing"));
        QCOMPARE(refused.batch.id, int64_t{0});
        QCOMPARE(rowsOf(world, "batch"), int64_t{1});
        QCOMPARE(rowsOf(world, "event"), eventsBefore);
        QCOMPARE(BatchStore(world.workspace->database()).inForce(mustBe(Period::parse("2026-10"))).value().at(0).batch.id, first);
        QVERIFY(mustBe(world.import("psa", "2026-10", one)).replacedAnother);
        QVERIFY(BatchStore(world.workspace->database()).inForce(mustBe(Period::parse("2026-10"))).value().at(0).batch.id > first);
    }

    void badRowsAreNamedAndTooManyRefuse()
    {
        TestWorld world;
        const auto feed = [](int good, int bad) {
            return [=](RecordSink &sink) {
                for (int i = 0; i < good; ++i)
                    mustBe(sink.line(aLine("C1", "A1", ("L" + std::to_string(i)).c_str(), "EDR", 1, i + 2)));
                for (int i = 0; i < bad; ++i)
                    mustBe(sink.line(aLine("C1", "A1", "", "EDR", 1, 100 + i)));
                return int64_t{good + bad};
            };
        };
        const auto tolerated = mustBe(world.import("psa", "2026-08", feed(9, 1)));
        QVERIFY(!tolerated.refused);
        QCOMPARE(tolerated.batch.rowsRejected, int64_t{1});
        QCOMPARE(tolerated.batch.rowsKept, int64_t{9});
        QCOMPARE(tolerated.rejected.at(0).row, int64_t{100});
        QCOMPARE(tolerated.rejected.at(0).column, std::string("line_id"));
        QCOMPARE(rejectedRows(*world.workspace, tolerated.batch.id).value(), tolerated.rejected);
        const auto refused = mustBe(world.import("psa", "2026-09", feed(8, 1)));
        QCOMPARE(refused.refused->code, Errc::Refused);
        QCOMPARE(refused.batch.id, int64_t{0});
        QCOMPARE(refused.rejected.size(), size_t{1});
        QVERIFY(!mustBe(world.import("psa", "2026-09", feed(8, 1), true)).refused);
        QVERIFY(refused.why == Refusal::TooManyRejected && refused.mayBeForced);
        const auto nothing = mustBe(world.import("psa", "2026-10", feed(0, 3)));
        QVERIFY(nothing.why == Refusal::NothingRead && !nothing.mayBeForced); // to force it would be refused again
        const auto noLine = mustBe(world.import("psa", "2026-10", feed(0, 0)));
        QVERIFY(noLine.why == Refusal::NoRows && !noLine.mayBeForced);
        const auto noCount = mustBe(world.import("edr", "2026-10", feed(0, 0)));
        QVERIFY(noCount.why == Refusal::NoRows && noCount.mayBeForced); // a vendor may have nothing to count
        QVERIFY(mustBe(world.import("psa", "2026-10", feed(0, 3), true)).refused);
        QVERIFY(mustBe(world.import("psa", "2026-10", feed(0, 0), true)).refused);
        QCOMPARE(rowsOf(world, "batch"), int64_t{2});
    }

    void factsOnSeveralRowsMustAgree()
    {
        TestWorld world;
        const auto report = mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            auto line = aLine("C1", "A1", "L1", "EDR", 1, 2);
            mustBe(sink.line(line));
            mustBe(sink.line(line)); // stated twice: once is enough
            line.line.quantity = Decimal::fromInt(2);
            line.row = 4;
            mustBe(sink.line(line)); // the same id for another line
            auto other = aLine("C1", "A1", "L2", "EDR", 1, 5);
            other.client.name = "Another name";
            other.agreement.cycle = BillingCycle::Annual;
            mustBe(sink.line(other));
            for (int i = 3; i < 20; ++i)
                mustBe(sink.line(aLine("C1", "A1", ("L" + std::to_string(i)).c_str(), "EDR", 1, i + 3)));
            return 21;
        }));
        QVERIFY(!report.refused);
        QCOMPARE(report.rejected.size(), size_t{1});
        QCOMPARE(report.rejected[0].row, int64_t{4});
        QCOMPARE(report.warnings.size(), size_t{3});
        QVERIFY(anyReason(report.warnings, "Client C1"));
        QVERIFY(anyReason(report.warnings, "billing cycle"));
        PsaStore store(world.workspace->database());
        QCOMPARE(store.clients(report.batch.id).value().at(0).name, std::string("Client C1"));
        QCOMPARE(store.agreements(report.batch.id).value().at(0).cycle, BillingCycle::Monthly);
        QCOMPARE(store.lines(report.batch.id).value().size(), size_t{19});
    }

    void aProductHasTheFirstNameThatIsStated()
    {
        TestWorld world;
        const auto report = mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            int row = 2;
            for (const char *name : {"", "Endpoint", "Another"}) {
                auto line = aLine("C1", "A1", std::to_string(row).c_str(), "EDR", 1, row);
                line.productName = name;
                mustBe(sink.line(line));
                ++row;
            }
            return 3;
        }));
        const auto products = mustBe(PsaStore(world.workspace->database()).products(report.batch.id));
        QCOMPARE(products.size(), size_t{1});
        QCOMPARE(products[0].name, std::string("Endpoint"));
    }

    void parentsInACircleAreNamed()
    {
        TestWorld world;
        const auto report = mustBe(world.import("psa", "2026-10", [](RecordSink &sink) {
            const char *parents[] = {"C2", "C3", "C1"};
            for (int i = 0; i < 3; ++i) {
                auto line = aLine(("C" + std::to_string(i + 1)).c_str(), "A", ("L" + std::to_string(i)).c_str(), "EDR", 1, i + 2);
                line.client.parent = ClientId(parents[i]);
                mustBe(sink.line(line));
            }
            return 3;
        }));
        QVERIFY(report.refused);
        for (const char *client : {"C1", "C2", "C3"})
            QVERIFY(report.refused->message.find(client) != std::string::npos);
        QCOMPARE(rowsOf(world, "batch"), int64_t{0});
    }

    void theSideMustFit()
    {
        TestWorld world;
        const auto asset = [](RecordSink &sink) {
            const auto done = sink.asset(anAsset("T1", "agent", "1", "pc", 2));
            return done ? int64_t{1} : int64_t{0};
        };
        QVERIFY(mustBe(world.import("psa", "2026-10", asset)).refused);
        QCOMPARE(world.import("nobody", "2026-10", asset).error().code, Errc::NotFound);
        world.reopen(OpenMode::ReadOnly);
        QCOMPARE(world.import("edr", "2026-10", asset).error().code, Errc::ReadOnly);
    }

    void aShrunkFileIsTold()
    {
        TestWorld world;
        const auto feed = [](int count) {
            return [=](RecordSink &sink) {
                for (int i = 0; i < count; ++i)
                    mustBe(sink.asset(anAsset("T1", "agent", std::to_string(i), "pc", i)));
                return int64_t{count};
            };
        };
        mustBe(world.import("edr", "2026-09", feed(10)));
        QVERIFY(mustBe(world.import("edr", "2026-10", feed(5))).notes.empty());
        QCOMPARE(mustBe(world.import("edr", "2026-10", feed(4))).notes.size(), size_t{1});
    }

    // Last month's file once more is told, and taken: a small vendor may well state the same again.
    void theFileOfAnotherMonthIsTold()
    {
        TestWorld world;
        const auto feed = [](RecordSink &sink) {
            mustBe(sink.asset(anAsset("T1", "agent", "1", "pc", 1)));
            return int64_t{1};
        };
        QVERIFY(mustBe(world.import("edr", "2026-09", feed, false, "usage")).notes.empty());
        QVERIFY(mustBe(world.import("edr", "2026-09", feed, false, "usage")).notes.empty()); // the same month again
        const auto report = mustBe(world.import("edr", "2026-10", feed, false, "usage"));
        QVERIFY(!report.refused);
        QCOMPARE(report.notes.size(), size_t{1});
        QVERIFY(report.notes.front().find("imported for 2026-09") != std::string::npos);
        QVERIFY(mustBe(world.import("edr", "2026-10", feed, false, "another")).notes.empty());
    }

    // A meter that a service counts and that is gone: mostly a file that was read with another layout.
    void aCountedMeterThatIsGoneIsTold()
    {
        TestWorld world;
        Service service;
        service.id = ServiceId("av");
        service.name = "Endpoint protection";
        service.billed.push_back({ProductId("AV"), Decimal::fromInt(1)});
        service.counted.push_back({SourceName("edr"), MeterId("agent"), Measure::Assets, Decimal::fromInt(1), {}, {}, {}});
        mustBe(saveService(*world.workspace, service));
        const auto feed = [](const char *meter) {
            return [meter](RecordSink &sink) {
                mustBe(sink.asset(anAsset("T1", meter, "1", "pc", 1)));
                return int64_t{1};
            };
        };
        QVERIFY(mustBe(world.import("edr", "2026-09", feed("laptop"))).notes.empty()); // it was never there
        mustBe(world.import("edr", "2026-09", feed("agent")));
        const auto report = mustBe(world.import("edr", "2026-10", feed("laptop")));
        QCOMPARE(report.notes.size(), size_t{1});
        QVERIFY(report.notes.front().find("agent") != std::string::npos
            && report.notes.front().find("Endpoint protection") != std::string::npos);
        QVERIFY(mustBe(world.import("edr", "2026-10", feed("agent"))).notes.empty());
    }

    // Random assets: every field comes back byte for byte, and tallies and key hashes say what the assets say.
    void evidenceIsKeptWhole()
    {
        TestWorld world;
        std::mt19937 random(20261101);
        const auto pick = [&](std::initializer_list<const char *> of) { return std::string(of.begin()[random() % of.size()]); };
        struct Made {
            std::string account, meter, id, name, assetClass, status, raw;
            MaybeDay assigned, ended, lastSeen;
            int64_t row;
        };
        std::vector<Made> made;
        const auto day = [&]() -> MaybeDay {
            return random() % 3 == 0 ? MaybeDay() : MaybeDay(Day::fromNumber(20'700 + static_cast<int32_t>(random() % 200)));
        };
        for (int i = 0; i < 5'000; ++i) {
            made.push_back({pick({"T1", "T2", "T3", "T\xc3\xa9"}), pick({"agent", "mail"}), "id" + std::to_string(random() % 4'000),
                pick({"", " PC-1 ", "pc-1", "\xc3\x89t\xc3\xa9",
                    "Stra\xc3\x9f"
                    "e"})
                    + (random() % 2 ? std::to_string(random() % 900) : ""),
                pick({"", "Workstation", "workstation ", "Server"}), pick({"", "active", "Active", "off"}),
                pick({"", R"({"a":"b"})", std::string("{\"x\":\"\n\0\"}", 10).c_str()}), day(), day(), day(), i + 2});
        }
        const auto report = mustBe(world.import("edr", "2026-10", [&](RecordSink &sink) {
            for (const auto &one : made)
                mustBe(sink.asset({one.account, one.account, {}, one.meter, one.meter, one.id, one.name, one.assetClass, one.status,
                    one.assigned, one.ended, one.lastSeen, one.raw, one.row}));
            return static_cast<int64_t>(made.size());
        }));
        const auto id = report.batch.id;
        auto &database = world.workspace->database();
        AssetStore store(database);
        VendorStore vendor(database);
        const auto accounts = vendor.accounts(id, SourceName("edr")).value();
        std::map<int64_t, std::string> accountTexts;
        for (const auto &account : accounts)
            accountTexts[account.number] = account.account.id.text;
        const TallyDays tallyDays(TallyRule::fromText(BatchStore(database).find(id).value()->tallyRule).value());
        size_t read = 0;
        std::map<std::tuple<int64_t, int64_t, std::string, std::string, MaybeDay, MaybeDay, MaybeDay>, uint32_t> groups;
        for (const auto &meter : mustBe(vendor.meters(id, SourceName("edr")))) {
            std::vector<AssetKey> names;
            mustBe(store.eachOfMeter(id, meter.number, [&](int64_t account, const PackedAsset &asset) {
                const auto &one = made.at(static_cast<size_t>(asset.row - 2));
                const bool isSame = accountTexts.at(account) == one.account && meter.meter.id.text == one.meter && asset.id == one.id
                    && asset.name == one.name && asset.assetClass == one.assetClass && asset.status == one.status
                    && asset.assigned == one.assigned && asset.ended == one.ended && asset.lastSeen == one.lastSeen && asset.raw == one.raw;
                if (!isSame)
                    QFAIL("an asset came back otherwise");
                ++read;
                const auto days = tallyDays.canonical(one.assigned, one.ended, one.lastSeen);
                ++groups[{account, meter.number, folded(one.assetClass), folded(one.status), days.assigned, days.ended, days.lastSeen}];
                if (const auto key = folded(one.name); !key.empty())
                    names.push_back({keyHash(key), static_cast<uint32_t>(account)});
            }));
            std::sort(names.begin(), names.end());
            QVERIFY(store.keys(id, meter.number, KeyOf::Name).value() == names);
            std::map<uint32_t, int> times;
            for (const auto &key : names)
                ++times[key.hash];
            std::erase_if(names, [&](const AssetKey &key) { return times[key.hash] == 1; });
            QVERIFY(store.repeatedKeys(id, meter.number, KeyOf::Name).value() == names);
        }
        QCOMPARE(read, made.size());
        const auto tallies = store.tallies(id).value();
        QCOMPARE(tallies.size(), groups.size());
        for (const auto &tally : tallies) {
            const auto found
                = groups.find({tally.account, tally.meter, tally.assetClass, tally.status, tally.assigned, tally.ended, tally.lastSeen});
            QVERIFY(found != groups.end());
            QCOMPARE(tally.multiplicity, found->second);
        }
        NoProgress progress;
        for (const auto &finding : mustBe(check(*world.workspace, progress)))
            QVERIFY2(finding.good, finding.message.c_str());
    }

    // More meters than can each fill a segment before all packs are handed out.
    void manyMetersKeepTheirEvidence()
    {
        TestWorld world;
        constexpr int64_t assets = AssetCrunch::flushAt + 5'000;
        constexpr int64_t meters = 1'999;
        const auto report = mustBe(world.import("edr", "2026-10", [&](RecordSink &sink) {
            for (int64_t i = 0; i < assets; ++i)
                mustBe(sink.asset(anAsset(i % 3 == 0 ? "T1" : "T2", ("m" + std::to_string(i % meters)).c_str(), std::to_string(i), "", i)));
            return assets;
        }));
        auto &database = world.workspace->database();
        AssetStore store(database);
        int64_t read = 0;
        for (const auto &meter : mustBe(VendorStore(database).meters(report.batch.id, SourceName("edr")))) {
            int64_t before = -1; // within an account, in the order of the file
            int64_t accountBefore = 0;
            mustBe(store.eachOfMeter(report.batch.id, meter.number, [&](int64_t account, const PackedAsset &asset) {
                const bool isInOrder = account != accountBefore || asset.row > before;
                if (!isInOrder || "m" + std::to_string(asset.row % meters) != meter.meter.id.text || std::to_string(asset.row) != asset.id)
                    QFAIL("an asset came back otherwise");
                before = asset.row;
                accountBefore = account;
                ++read;
            }));
        }
        QCOMPARE(read, assets);
        NoProgress progress;
        for (const auto &finding : mustBe(check(*world.workspace, progress)))
            QVERIFY2(finding.good, finding.message.c_str());
    }

    void aFullDiskLeavesTheFileAsItWas()
    {
        TestWorld world;
        const auto feed = [](int count) {
            return [=](RecordSink &sink) -> int64_t {
                for (int i = 0; i < count; ++i) {
                    if (const auto done
                        = sink.asset(anAsset("T1", "agent", std::to_string(i), std::string(60, 'n') + std::to_string(i), i));
                        !done)
                        return i;
                }
                return count;
            };
        };
        mustBe(world.import("edr", "2026-10", feed(10)));
        auto &database = world.workspace->database();
        const auto pages = database.integer("PRAGMA page_count").value();
        mustBe(database.runText("PRAGMA max_page_count = " + std::to_string(pages + 2)));
        const auto failed = world.import("edr", "2026-10", feed(20'000));
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, Errc::Io);
        QVERIFY(failed.error().message.find(world.path()) != std::string::npos);
        mustBe(database.runText("PRAGMA max_page_count = 1000000"));
        QCOMPARE(rowsOf(world, "batch"), int64_t{1});
        NoProgress progress;
        for (const auto &finding : mustBe(check(*world.workspace, progress)))
            QVERIFY2(finding.good, finding.message.c_str());
        QVERIFY(!mustBe(world.import("edr", "2026-10", feed(20'000))).refused);
    }
};

} // namespace importing_test

BR_TEST(importing, ImportingTest)
#include "importing.moc"
