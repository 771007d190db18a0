// Msp: a small world worked out by hand: Acme is billed 40 EDR and 10 BACKUP, has 47 workstations at the vendor and no backups;
// Contoso has 5 workstations and no line. EDR costs 4.00, BACKUP 4.00.
#pragma once

#include "core/exchange/servicejson.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "tests/core_workspace/world.h"

#include <QFile>

namespace br {

inline const char *const mspServices = R"([
 {"id": "backup", "name": "Backup", "billed": [{"product": "BACKUP"}], "counted": [{"source": "edr", "meter": "backup", "measure": "assets"}]},
 {"id": "edr", "name": "Endpoint protection", "default_price": "4.50", "currency": "EUR", "billed": [{"product": "EDR"}],
  "counted": [{"source": "edr", "meter": "agent", "measure": "assets"}]}
])";

class Msp final {
public:
    explicit Msp(int acmeAgents = 47)
    {
        importPeriod("2026-10", acmeAgents);
        write("services.json", mspServices);
        mustBe(importServices(*world.workspace, world.path("services.json")));
        mustBe(setLinks(*world.workspace, {link("acme-tenant", "C1"), link("contoso-tenant", "C2")}));
    }

    void importPeriod(const char *period, int acmeAgents, int billed = 40)
    {
        mustBe(world.import(
            "psa", period,
            [billed](RecordSink &sink) {
                mustBe(sink.line(aLine("C1", "A1", "L1", "EDR", billed, 2)));
                mustBe(sink.line(aLine("C1", "A1", "L2", "BACKUP", 10, 3)));
                mustBe(sink.client({ClientId("C2"), "=Contoso", {}, false}));
                return int64_t{2};
            },
            true));
        mustBe(world.import(
            "edr", period,
            [acmeAgents](RecordSink &sink) {
                for (int i = 0; i < acmeAgents; ++i) {
                    const auto id = "a" + std::to_string(i);
                    mustBe(sink.asset(anAsset("acme-tenant", "agent", id, "pc-" + id, i + 2)));
                }
                for (int i = 0; i < 5; ++i) {
                    const auto id = "c" + std::to_string(i);
                    mustBe(sink.asset(anAsset("contoso-tenant", "agent", id, "pc-" + id, i + 100)));
                }
                mustBe(sink.count({{{}, AccountId("acme-tenant"), MeterId("backup"), {}, Measure::Used, {}, {}, {}, {}, {}, {}},
                    "acme-tenant", {}, "backup", {}, 200}));
                return int64_t{acmeAgents + 6};
            },
            true));
    }

    static AccountLink link(const char *account, const char *client)
    {
        return {SourceName("edr"), AccountId(account), ClientId(client), AccountLink::State::Linked, {}};
    }
    RunSummary compare(const char *period = "2026-10")
    {
        NoProgress silent;
        return mustBe(reconcile(*world.workspace, mustBe(Period::parse(period)), {}, silent));
    }
    DiscrepancyRow row(const std::string &key) { return mustBe(discrepancyRow(*world.workspace, key)).value(); }
    void write(const char *name, const QByteArray &bytes)
    {
        QFile file(QString::fromStdString(world.path(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", name);
    }
    QByteArray read(const char *name)
    {
        QFile file(QString::fromStdString(world.path(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Workspace &workspace() { return *world.workspace; }

    TestWorld world;
};

inline const char *const acmeUnder = "2026-10/underbilled/C1/edr";
inline const char *const contosoMissing = "2026-10/not_billed/C2/edr";

} // namespace br
