// TestWorld: a fresh workspace in a temporary folder with the scripted connector, a clock that stands still, and short ways to
// import what a test writes down.
#pragma once

#include "core/base/clock.h"
#include "core/base/safefile.h"
#include "core/connect/registry.h"
#include "core/workspace/sourcing.h"
#include "core/workspace/staging.h"
#include "core/workspace/workspace.h"
#include "tests/fakes/fakeconnector.h"

#include <QTemporaryDir>
#include <QtGlobal>

namespace br {

class StoppedClock final : public Clock {
public:
    std::string nowUtc() const override { return now; }
    std::string now = "2026-11-02T08:15:30.123Z";
};

template <class T>
T mustBe(Result<T> result)
{
    if (!result)
        qFatal("%s (%s)", result.error().message.c_str(), result.error().detail.c_str());
    return std::move(*result);
}

inline void mustBe(const Status &status)
{
    if (!status)
        qFatal("%s (%s)", status.error().message.c_str(), status.error().detail.c_str());
}

class TestWorld {
public:
    TestWorld()
        : registry({QStringLiteral(BR_FAKES)})
    {
        fake = static_cast<FakeConnectorPlugin *>(mustBe(registry.plugin("fake")));
        workspace = mustBe(Workspace::create(path(), {"Test MSP", mustBe(Currency::parse("EUR"))}, environment()));
        mustBe(addSource(*workspace, {SourceName("psa"), Side::Psa, "fake", "{}"}));
        mustBe(addSource(*workspace, {SourceName("edr"), Side::Vendor, "fake", "{}"}));
    }
    std::string path(const char *name = "test.brw") const { return folder.filePath(QString::fromLatin1(name)).toStdString(); }
    Environment environment() { return {&clock, &registry, "Ada", nullptr, printer, isShortLived}; }
    void reopen(OpenMode mode = OpenMode::ReadWrite)
    {
        workspace.reset();
        workspace = mustBe(Workspace::open(path(), mode, environment()));
    }

    // `feed` gets the sink between beginFile and finishFile and returns how many rows it read.
    using Feed = std::function<int64_t(RecordSink &)>;
    // `content` stands for the bytes of the file; without it each import has its own.
    Result<ImportReport> import(const char *source, const char *period, Feed feed, bool force = false, std::string content = {})
    {
        if (content.empty())
            content = "made " + std::to_string(++imports);
        fake->play([feed = std::move(feed), content](const FetchRequest &, RecordSink &sink, Progress &) -> Result<FetchSummary> {
            BatchFile file{"made.csv", sha256Hex(content), 4, "test", 0, 0, 0};
            mustBe(sink.beginFile(file));
            file.rowsIn = feed(sink);
            file.rowsKept = file.rowsIn;
            mustBe(sink.finishFile(file));
            return FetchSummary{};
        });
        ImportRequest request{SourceName(source), mustBe(Period::parse(period)), {"made.csv"}, "auto", force, 10.0};
        NoProgress progress;
        return importFiles(*workspace, request, progress);
    }

    QTemporaryDir folder;
    StoppedClock clock;
    Registry registry;
    SheetPrinter *printer = nullptr;
    FakeConnectorPlugin *fake = nullptr;
    bool isShortLived = false;
    int imports = 0;
    std::unique_ptr<Workspace> workspace;
};

inline LineRecord aLine(const char *client, const char *agreement, const char *line, const char *product, int quantity, int64_t row)
{
    LineRecord record;
    record.client = {ClientId(client), std::string("Client ") + client, {}, false};
    record.agreement = {AgreementId(agreement), "Managed", ClientId(client), {}, {}, BillingCycle::Monthly};
    record.line = {LineId(line), AgreementId(agreement), ClientId(client), ProductId(product), Decimal::fromInt(quantity), {},
        Decimal::fromInt(4), Decimal::fromInt(2), mustBe(Currency::parse("EUR")), true, {}, {}, {}};
    record.row = row;
    return record;
}

inline AssetRecord anAsset(const char *account, const char *meter, std::string_view id, std::string_view name, int64_t row)
{
    AssetRecord record;
    record.accountId = account;
    record.accountName = account;
    record.meterId = meter;
    record.meterName = meter;
    record.id = id;
    record.name = name;
    record.assetClass = "Workstation";
    record.status = "Active";
    record.row = row;
    return record;
}

} // namespace br
