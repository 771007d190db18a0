#include "tests/connectors_rest_run/restworld.h"
#include "tests/run/registered.h"

#include <QFile>

#include <cstdlib>

using namespace br;
using namespace br::test;
using demo::FakeRequest;

namespace run_memory_test {

namespace {

int64_t residentKilobytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const auto &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

// Counts, and looks at the memory on the way.
class CountingSink final : public RecordSink {
public:
    Status beginFile(const BatchFile &) override { return {}; }
    Status line(const LineRecord &) override { return {}; }
    Status product(const ProductRecord &) override { return {}; }
    Status count(const CountRecord &) override { return {}; }
    Status asset(const AssetRecord &) override
    {
        if (++assets % 10000 == 0) {
            const auto now = residentKilobytes();
            if (assets == 50000)
                early = now;
            highest = std::max(highest, now);
        }
        return {};
    }
    Status account(const Account &) override { return {}; }
    Status client(const Client &) override { return {}; }
    Status unread(const Unread &) override { return {}; }
    Status reject(const RejectedRow &) override { return {}; }
    Status warn(const RejectedRow &) override { return {}; }
    Status finishFile(const BatchFile &) override { return {}; }
    int64_t assets = 0;
    int64_t early = 0;
    int64_t highest = 0;
};

} // namespace

class RunMemory final : public QObject {
    Q_OBJECT

private slots:
    // BILLINGRECONCILE_RECORDS=1000000 for the whole measure; the stand-in is in the same process.
    void memoryDoesNotGrowWithRecords()
    {
        const auto wanted = std::max<int64_t>(200000, qEnvironmentVariableIntValue("BILLINGRECONCILE_RECORDS"));
        RestWorld world;
        world.manifest({}, R"({"id": "devices", "request": {"path": "/devices"}, "records": "data", "identity": "id",
            "paging": {"scheme": "cursor", "parameter": "cursor", "next": "next"}, "complete": {"total": "total"},
            "emit": [{"record": "asset", "fields": {"account_id": "site", "meter_id": {"value": "device"}, "asset_id": "id", "asset_name": "name", "last_seen_at": "seen"}}]})");
        constexpr int64_t pageSize = 1000;
        world.server.on("GET", "/v1/devices", [wanted](const FakeRequest &request) {
            const auto begin = request.number("cursor", 0);
            std::string body = "{\"total\": " + std::to_string(wanted) + ", \"data\": [";
            for (auto i = begin; i < begin + pageSize; ++i) {
                const auto id = std::to_string(i);
                body += (i == begin ? "" : ",") + std::string("{\"id\": \"device-") + id + "\", \"site\": \"site-" + std::to_string(i / 100)
                    + "\", \"name\": \"DESKTOP-" + id
                    + "\", \"seen\": \"2026-10-31T12:00:00Z\", \"os\": \"Windows 11 Pro\", \"tags\": [\"a\", \"b\"]}";
            }
            body += "]" + (begin + pageSize < wanted ? ", \"next\": \"" + std::to_string(begin + pageSize) + "\"" : std::string()) + "}";
            return demo::json(std::move(body));
        });
        CountingSink sink;
        const auto done = world.fetchInto(sink);
        QVERIFY2(done.ok(), done ? "" : done.error().message.c_str());
        QCOMPARE(sink.assets, wanted);
        qInfo("%lld records: %lld MB after 50 000, %lld MB at most", static_cast<long long>(wanted),
            static_cast<long long>(sink.early / 1024), static_cast<long long>(sink.highest / 1024));
        const char *sanitized = std::getenv("ASAN_OPTIONS");
        if (sanitized == nullptr)
            QVERIFY(sink.highest < 300 * 1024);
        // 16 bytes a record are what telling records apart takes; the rest must not grow.
        QVERIFY2(sink.highest - sink.early < 40 * 1024 + wanted * 16 / 1024, "memory grows with the records");
    }
};

} // namespace run_memory_test

BR_TEST(run_memory, RunMemory)
#include "run_memory.moc"
