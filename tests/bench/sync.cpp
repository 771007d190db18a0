// What reading a vendor over the network costs: sync RECORDS; prints one JSON object: milliseconds (medians) of the connector from a local
// stand-in over TLS to the spool, of curl fetching the same pages to /dev/null, and of parsing the same bodies alone, by our reader and by
// simdjson.
//
// The stand-in answers from memory, on a thread of this process. Rounds alternate: ours, curl, ours, curl.
#include "connectors/rest/run/restrun.h"
#include "core/base/cryptoexit.h"
#include "core/connect/recordspool.h"
#include "demo/server/answers.h"
#include "demo/server/fakeserver.h"
#include "tests/bench/measure.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <simdjson.h>

#include <cstdlib>
#include <string>
#include <vector>

using namespace br;

namespace {

constexpr int64_t pageSize = 1000;

constexpr const char *manifest = R"({"manifest": 1, "id": "bench", "name": "Bench", "version": "1", "side": "vendor", "about": "A measure.",
  "hosts": ["api.bench.test"], "base": "https://api.bench.test", "secrets": [{"id": "key", "label": "Key"}],
  "auth": {"scheme": "bearer", "token": "{$secrets.key}"},
  "streams": [{"id": "devices", "request": {"path": "/devices"}, "records": "data", "identity": "id",
    "paging": {"scheme": "page", "parameter": "page"}, "complete": {"total": "total"},
    "emit": [{"record": "asset", "fields": {"account_id": "site.id", "account_name": "site.name", "meter_id": {"value": "device"}, "asset_id": "id",
      "asset_name": "name", "asset_class": {"path": "type", "map": {"srv": "server", "ws": "workstation"}}, "status": "state",
      "last_seen_at": {"path": "seen", "as": "epoch_seconds"}}}]}]})";

std::string pageOf(int64_t page, int64_t total)
{
    std::string body = "{\"total\": " + std::to_string(total) + ", \"data\": [";
    for (auto i = (page - 1) * pageSize; i < page * pageSize; ++i) {
        const auto id = std::to_string(i);
        const auto site = std::to_string(i / 300);
        body += (i % pageSize == 0 ? "" : ",") + std::string("{\"id\": ") + id + ", \"uid\": \"d8a1c0de-0000-4000-8000-" + id
            + "\", \"name\": \"DESKTOP-" + id + "\", \"site\": {\"id\": " + site + ", \"name\": \"Client " + site + "\"}, \"type\": \""
            + (i % 9 == 0 ? "srv" : "ws") + "\", \"state\": \"active\", \"os\": \"Windows 11 Pro 10.0.22631\", \"seen\": "
            + std::to_string(1793520000 - i % 86400) + ".25, \"tags\": [\"billing\", \"managed\"], \"cost\": 3.50}";
    }
    return body + "]}";
}

class OneSecret final : public SourceSecrets {
public:
    Result<Secret> get(const std::string &) override { return Secret("bench-key"); }
    Status keep(const std::string &, const Secret &) override { return {}; }
};

[[noreturn]] void end(const std::string &why)
{
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

struct Bench {
    std::vector<std::string> pages;
    demo::CertificateAuthority authority = demo::CertificateAuthority::make("Bench").value();
    demo::FakeServer server{authority.certificate({{"api.bench.test"}}).value()};
    QTemporaryDir folder;

    explicit Bench(int64_t records)
    {
        for (int64_t page = 1; page <= records / pageSize; ++page)
            pages.push_back(pageOf(page, records));
        server.on("GET", "/devices",
            [this](const demo::FakeRequest &request) { return demo::json(pages.at(static_cast<size_t>(request.number("page", 1) - 1))); });
        if (const auto listening = server.listen(); !listening)
            end(listening.error().message);
        write("bench.json", manifest);
        write("ca.pem", authority.pem());
    }

    std::string path(const char *name) const { return folder.filePath(QString::fromLatin1(name)).toStdString(); }

    void write(const char *name, const std::string &text) const
    {
        QFile file(QString::fromStdString(path(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) != qint64(text.size()))
            end("cannot write " + path(name));
    }

    void sync() const
    {
        OneSecret secrets;
        NoProgress progress;
        SystemClock clock;
        FetchRequest request;
        request.period = Period::of(clock.today());
        request.secrets = &secrets;
        request.settings = "{\"manifest\": " + demo::quoted(path("bench.json")) + ", \"ca\": " + demo::quoted(authority.pem())
            + ", \"connect_to\": {\"api.bench.test\": " + demo::quoted(server.address()) + "}}";
        const rest::ManifestLibrary library(path("own"));
        auto connection = rest::connectionOf(request, library);
        auto spool = RecordSpool::create(path("bench.brw"));
        if (!connection || !spool)
            end(connection ? spool.error().message : connection.error().message);
        const auto done = rest::RestRun(request, std::move(*connection), clock, progress).fetch(**spool);
        const auto finished = (*spool)->finish();
        if (!done || !finished)
            end(done ? finished.error().message : done.error().message);
        if ((*spool)->records() != static_cast<int64_t>(pages.size()) * pageSize)
            end("records are missing");
    }

    void curl() const
    {
        const auto port = QString::number(server.port());
        const auto last = QString::number(pages.size());
        const auto code = QProcess::execute(QStringLiteral("curl"),
            {QStringLiteral("--silent"), QStringLiteral("--fail"), QStringLiteral("--http1.1"), QStringLiteral("--cacert"),
                QString::fromStdString(path("ca.pem")), QStringLiteral("--connect-to"),
                QStringLiteral("api.bench.test:443:127.0.0.1:%1").arg(port), QStringLiteral("--output"), QStringLiteral("/dev/null"),
                QStringLiteral("https://api.bench.test/devices?page=[1-%1]").arg(last)});
        if (code != 0)
            end("curl ended with " + std::to_string(code));
    }

    // What the fastest reader at hand takes for the same fields: texts as they are meant, numbers as they stand, no check, no record.
    void simdjson() const
    {
        ::simdjson::ondemand::parser parser;
        size_t characters = 0;
        for (const auto &page : pages) {
            const ::simdjson::padded_string text(page);
            auto document = parser.iterate(text);
            for (auto record : document["data"].get_array()) {
                const auto number = [&characters](auto value) { characters += value.raw_json_token().value().size(); };
                const auto word = [&characters](auto value) { characters += value.get_string().value().size(); };
                number(record["id"]); // in their order: it reads each place once
                word(record["name"]);
                auto site = record["site"].get_object();
                number(site["id"]);
                word(site["name"]);
                word(record["type"]);
                word(record["state"]);
                number(record["seen"]);
            }
        }
        if (characters == 0)
            end("nothing was parsed");
    }

    void parse() const
    {
        rest::JsonReader reader;
        rest::JsonTree tree;
        for (const auto &page : pages) {
            if (const auto read = reader.read(page, tree); !read)
                end(read.error().message);
        }
    }
};

} // namespace

int main(int argc, char **argv)
{
    leaveCryptoAtExit();
    const QCoreApplication app(argc, argv);
    const auto records = argc > 1 ? std::max<int64_t>(std::atoll(argv[1]) / pageSize, 1) * pageSize : 200000;
    const Bench bench(records);
    bench.sync(); // warm
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < 5; ++round) {
        ours.push_back(median(1, [&bench] { bench.sync(); }));
        theirs.push_back(median(1, [&bench] { bench.curl(); }));
    }
    std::ranges::sort(ours);
    std::ranges::sort(theirs);
    double bytes = 0;
    for (const auto &page : bench.pages)
        bytes += static_cast<double>(page.size());
    tell("-records", static_cast<double>(records));
    tell("megabytes", bytes / 1e6);
    tell("sync", ours[ours.size() / 2]);
    tell("curl", theirs[theirs.size() / 2]);
    tell("simdjson", median(5, [&bench] { bench.simdjson(); }));
    tell("parse", median(5, [&bench] { bench.parse(); }));
    std::printf("}\n");
}
