// The measurements that need no process of their own: parts WHAT ARGUMENT; prints one JSON object of milliseconds (medians).
#include "core/connect/registry.h"
#include "core/reconcile/suggest.h"
#include "core/store/discrepancystore.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "tests/bench/manyrows.h"
#include "tests/bench/measure.h"
#include "ui/models/discrepancytable.h"

#include <QFile>
#include <QGuiApplication>
#include <QRandomGenerator>

#include <cstdio>

using namespace br;
using namespace Qt::StringLiterals;

namespace {

// Resident memory in MB, from the kernel.
double residentMb()
{
    QFile status(u"/proc/self/statm"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

void measureList(int count, bool assets)
{
    auto rows = manyRows(0, count, assets);
    const auto period = *Period::parse("2026-10");
    DiscrepancyTable table;
    tell("-load", median(3, [&] { table.setRows(DiscrepancyColumns::from(period, rows)); }));
    rows.clear();
    rows.shrink_to_fit();
    const auto type = [&](const char *text) { table.setQuery(*Query::parse(text)); };
    tell("filter", std::max({median(5, [&] { type("c"); }), median(5, [&] { type("client 19"); }), median(5, [&] { type("partners"); })}));
    type("");
    double slowest = 0;
    for (int column = 0; column < table.columnCount(); ++column)
        slowest = std::max(slowest,
            median(3, [&] { table.sort(column, table.sortOrder() == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder); }));
    tell("sort", slowest);
    type("delta:>50");
    tell("facets", median(5, [&] {
        const auto facets = table.facets();
        const auto totals = table.shownTotals();
        if (facets.values.empty() || totals.rows == 0)
            std::abort();
    }));
    std::printf("}\n");
}

void measureListMemory(int count)
{
    const auto before = residentMb();
    DiscrepancyTable table;
    DiscrepancyColumns columns;
    columns.period = *Period::parse("2026-10");
    for (int from = 0; from < count; from += 10'000) { // by pieces: what is left is the table's own
        for (const auto &row : manyRows(from, 10'000, false))
            columns.append(row);
    }
    table.setRows(std::move(columns));
    tell("-memory", residentMb() - before);
    std::printf("}\n");
}

void measureSuggestions()
{
    QRandomGenerator random(20261031);
    static constexpr std::array first{
        "Alder", "Brook", "Calder", "Dun", "East", "Fair", "Granite", "Harrow", "Iron", "Juniper", "Kestrel", "Larkspur"};
    static constexpr std::array second{"field", "bridge", "water", "ridge", "gate", "light", "moor", "stone", "wick", "ford"};
    static constexpr std::array third{
        "Logistics", "Dental", "Engineering", "Media", "Hotels", "Legal", "Foods", "Clinic", "Partners", "Trust", "Motors"};
    std::vector<Client> clients;
    std::vector<Account> accounts;
    for (int i = 0; i < 2000; ++i) {
        auto name = std::string(first[random.bounded(12)]) + second[random.bounded(10)] + ' ' + third[random.bounded(11)] + ' '
            + std::to_string(i / 7);
        Client client;
        client.id = ClientId("C" + std::to_string(i));
        client.name = name;
        clients.push_back(client);
        if (i % 2)
            name.erase(static_cast<size_t>(random.bounded(static_cast<int>(name.size()))), 1);
        Account account;
        account.source = SourceName("edr");
        account.id = AccountId("A" + std::to_string(i));
        account.name = name + (i % 3 ? "" : " Ltd");
        accounts.push_back(account);
    }
    size_t found = 0;
    tell("-suggest", median(3, [&] { found = suggestClients(accounts, clients).size(); }));
    tell("found", static_cast<double>(found));
    std::printf("}\n");
}

// So many rows more in a workspace with the lines of a month, reconciled: for starting the window on it.
int fill(const std::string &path, int rows)
{
    const SystemClock clock;
    const auto made = Workspace::open(path, OpenMode::ReadWrite, {&clock, nullptr, "bench"});
    if (!made)
        return 1;
    NoProgress progress;
    const auto period = *Period::parse("2026-10");
    bool isGood = reconcile(**made, period, {}, progress).ok(); // up to date, or the window would compare again
    auto &database = (*made)->database();
    auto transaction = Transaction::begin(database);
    isGood = isGood && transaction.ok();
    for (const auto &row : manyRows(0, rows, false))
        isGood = isGood && DiscrepancyStore(database).add(period, discrepancyKey(period, row.discrepancy), row.discrepancy);
    return isGood && transaction->commit() ? 0 : 1;
}

// One link, then one service changed in an open workspace: until discrepancies and the list's columns are up to date.
int measureChange(const std::string &path)
{
    Registry registry(Registry::defaultFolders());
    const SystemClock clock;
    auto opened = Workspace::open(path, OpenMode::ReadWrite, {&clock, &registry, "bench"});
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().message.c_str());
        return 1;
    }
    auto &workspace = **opened;
    const auto period = *Period::parse("2026-10");
    NoProgress progress;
    const auto refresh = [&] {
        const auto run = reconcile(workspace, period, {}, progress);
        const auto rows = discrepancyRows(workspace, period);
        if (!run || !rows)
            std::fprintf(stderr, "%s\n", (run ? rows.error() : run.error()).message.c_str());
        else
            DiscrepancyTable().setRows(DiscrepancyColumns::from(period, *rows));
    };
    refresh();
    int turn = 0;
    const auto link = medians(7, [&] {
        AccountLink made;
        made.source = SourceName("vendor-3");
        made.account = AccountId("A03-0100");
        made.client = ClientId(++turn % 2 ? "C0101" : "C0100");
        if (const auto set = setLinks(workspace, {made}); !set)
            std::fprintf(stderr, "%s\n", set.error().message.c_str());
        refresh();
    });
    auto service = services(workspace)->front();
    const auto changed = medians(7, [&] {
        service.included = Decimal::fromInt(++turn % 2);
        if (const auto saved = saveService(workspace, service); !saved)
            std::fprintf(stderr, "%s\n", saved.error().message.c_str());
        refresh();
    });
    const auto again = medians(7, refresh);
    tell("-link", link.ms);
    tell("link_cpu", link.cpu);
    tell("service", changed.ms);
    tell("service_cpu", changed.cpu);
    tell("again", again.ms);
    tell("again_cpu", again.cpu);
    tell("rows", static_cast<double>(discrepancyRows(workspace, period)->size()));
    std::printf("}\n");
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (what == "list")
        measureList(std::atoi(argv[2]), argc > 3);
    else if (what == "listmemory")
        measureListMemory(std::atoi(argv[2]));
    else if (what == "suggest")
        measureSuggestions();
    else if (what == "fill")
        return fill(argv[2], std::atoi(argv[3]));
    else if (what == "change")
        return measureChange(argv[2]);
    else
        return 2;
    return 0;
}
