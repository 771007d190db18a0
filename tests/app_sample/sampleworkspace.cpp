// The sample is made by the real verbs: every kind of discrepancy occurs, nothing is rejected, the sums are believable.
#include "app/sample/sample.h"
#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/workspace/listing.h"
#include "core/workspace/sourcing.h"
#include "tests/run/registered.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>

using namespace br;
using namespace Qt::StringLiterals;

namespace sampleworkspace_test {

namespace {

class CancelledProgress final : public Progress {
public:
    void report(const ProgressStep &) override { }
    bool cancelled() const override { return true; }
};

} // namespace

class SampleWorkspaceTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_path = toUtf8(m_folder.filePath(u"sample.brw"_s));
        NoProgress progress;
        const auto made = makeSampleWorkspace(m_path, m_environment, progress);
        QVERIFY2(made.ok(), made ? "" : made.error().message.c_str());
        auto opened = Workspace::open(m_path, OpenMode::ReadWrite, m_environment);
        QVERIFY2(opened.ok(), opened ? "" : opened.error().message.c_str());
        m_workspace = std::move(*opened);
    }

    void holdsTwentyClientsAndThreeMonths()
    {
        const auto known = periods(*m_workspace);
        QVERIFY(known.ok());
        QCOMPARE(known->size(), size_t{3});
        QCOMPARE(clientRows(*m_workspace, october())->size(), size_t{20});
        QCOMPARE(sources(*m_workspace)->size(), size_t{8});
    }

    void rejectsNothing()
    {
        int batchCount = 0;
        const auto all = sources(*m_workspace);
        for (const auto &source : *all) {
            const auto brought = batches(*m_workspace, source.name);
            QVERIFY(brought.ok());
            for (const auto &batch : *brought) {
                ++batchCount;
                QVERIFY2(batch.rowsRejected == 0, (source.name.text + " " + batch.period.toString()).c_str());
                QVERIFY(batch.rowsKept > 0);
            }
        }
        QCOMPARE(batchCount, 24);
    }

    void showsEveryKind()
    {
        const auto rows = discrepancyRows(*m_workspace, october());
        QVERIFY(rows.ok());
        std::map<Kind, int> found;
        for (const auto &row : *rows)
            ++found[row.discrepancy.kind];
        for (int kind = 0; kind < kindCount; ++kind)
            QVERIFY2(found[static_cast<Kind>(kind)] > 0, std::string(kindCode(static_cast<Kind>(kind))).c_str());
    }

    void isBelievable()
    {
        const auto rows = discrepancyRows(*m_workspace, october());
        int64_t missed = 0;
        for (const auto &row : *rows)
            missed += row.discrepancy.impact && row.discrepancy.impact->sign() > 0 && !row.discrepancy.isEstimate
                ? row.discrepancy.impact->raw()
                : 0;
        QVERIFY2(
            missed > Decimal::fromInt(500).raw() && missed < Decimal::fromInt(9'000).raw(), Decimal::fromRaw(missed).toString().c_str());
        int positions = 0;
        const auto clients = clientRows(*m_workspace, october());
        for (const auto &client : *clients)
            positions += client.positions;
        QVERIFY2(positions > 100, std::to_string(positions).c_str());
        QVERIFY2(rows->size() > 30 && static_cast<int>(rows->size()) < positions * 2 / 3, std::to_string(rows->size()).c_str());
    }

    void knowsSinceWhenAQuantityIsStale()
    {
        const auto rows = discrepancyRows(*m_workspace, october());
        bool fromSeptember = false;
        bool fromOctober = false;
        for (const auto &row : *rows) {
            fromSeptember = fromSeptember || row.discrepancy.since == Period::parse("2026-09").value();
            fromOctober = fromOctober || row.discrepancy.since == october();
        }
        QVERIFY(fromSeptember && fromOctober);
    }

    void refusesAFileThatIsThere()
    {
        NoProgress progress;
        const auto again = makeSampleWorkspace(m_path, m_environment, progress);
        QVERIFY(!again.ok());
        QVERIFY(QFile::exists(toQString(m_path)));
    }

    void leavesNothingWhenCancelled()
    {
        const QTemporaryDir folder;
        CancelledProgress progress;
        const auto made = makeSampleWorkspace(toUtf8(folder.filePath(u"s.brw"_s)), m_environment, progress);
        QVERIFY(!made.ok());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }

private:
    static Period october() { return *Period::parse("2026-10"); }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Registry m_registry{Registry::defaultFolders()};
    Environment m_environment{&m_clock, &m_registry, "Sample reviewer"};
    std::string m_path;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace sampleworkspace_test

BR_TEST(sampleworkspace, SampleWorkspaceTest)
#include "sampleworkspace.moc"
