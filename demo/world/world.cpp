#include "demo/world/world.h"

#include <algorithm>

namespace br::demo {

namespace {

struct Row {
    const char *code;
    const char *name;
    const char *domain;
    int servers;
    int workstations;
    int people;
    int seatsBought;
    const char *suite;
    Guard guard;
    bool isGuarded;
    // What the PSA bills: servers, workstations, seats, protected machines. -1: no line.
    int billedServers;
    int billedWorkstations;
    int billedSeats;
    int billedGuarded;
};

// Wrong on purpose: AFL protection 6 of 7; BDG 10 seats for 8; CFR seats not billed; DUN protection billed, none installed;
// EVE 4 workplaces for 3; GRC servers not billed; JUW 1 seat of 2 and 3 bought.
constexpr Row rows[] = {
    {"AFL", "Alder & Finch Legal", "alderfinch.example", 2, 5, 6, 6, "M365-BP", Guard::Huntress, true, 2, 5, 6, 6},
    {"BDG", "Brightwater Dental Group", "brightwaterdental.example", 1, 6, 8, 8, "M365-BS", Guard::Huntress, true, 1, 6, 10, 7},
    {"CFR", "Calder Freight", "calderfreight.example", 1, 4, 5, 5, "M365-BS", Guard::Huntress, true, 1, 4, -1, 5},
    {"DUN", "Dunmore Architects", "dunmore.example", 1, 3, 4, 4, "M365-BP", Guard::Huntress, false, 1, 3, 4, 4},
    {"EVE", "Eastgate Veterinary", "eastgatevets.example", 0, 3, 3, 3, "M365-BS", Guard::SentinelOne, true, -1, 4, 3, 3},
    {"FAC", "Fairlight Accounting", "fairlight.example", 1, 4, 5, 5, "M365-BP", Guard::SentinelOne, true, 1, 4, 5, 5},
    {"GRC", "Granite Ridge Construction", "graniteridge.example", 2, 6, 9, 9, "M365-BS", Guard::SentinelOne, true, -1, 6, 9, 8},
    {"JUW", "Juniper Wellness", "juniperwellness.example", 0, 2, 2, 3, "M365-BP", Guard::SentinelOne, true, -1, 2, 1, 2},
};

constexpr const char *givenNames[] = {"Ada", "Ben", "Cora", "Dan", "Ella", "Finn", "Gail", "Hugh", "Iris"};
constexpr const char *familyNames[] = {"Ashby", "Birch", "Cole", "Drew", "Eddy", "Frost", "Gale", "Holt"};

std::string twoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::vector<Machine> machinesOf(const Row &row, int64_t client)
{
    std::vector<Machine> machines;
    for (int at = 1; at <= row.servers; ++at)
        machines.push_back({client * 100 + at, std::string(row.code) + "-SRV" + twoDigits(at), true, 0});
    for (int at = 1; at <= row.workstations; ++at)
        machines.push_back({client * 100 + 10 + at, std::string(row.code) + "-PC" + twoDigits(at), false, at});
    return machines;
}

std::vector<Person> peopleOf(const Row &row, int64_t client)
{
    std::vector<Person> people;
    for (int at = 0; at < row.people; ++at) {
        const std::string given = givenNames[at];
        const std::string family = familyNames[(at + client) % 8];
        people.push_back({client * 100 + 50 + at, given + " " + family,
            std::string(1, char(given[0] + 32)) + "." + std::string(1, char(family[0] + 32)) + family.substr(1) + "@" + row.domain});
    }
    return people;
}

std::vector<SoldLine> linesOf(const Row &row)
{
    std::vector<SoldLine> lines;
    const auto add = [&](const char *product, int quantity) {
        if (quantity >= 0)
            lines.push_back({product, std::to_string(quantity)});
    };
    add("MANAGED-SRV", row.billedServers);
    add("MANAGED-WS", row.billedWorkstations);
    add(row.suite, row.billedSeats);
    add("EDR", row.billedGuarded);
    return lines;
}

} // namespace

int WorldClient::servers() const { return int(std::ranges::count_if(machines, &Machine::isServer)); }
int WorldClient::workstations() const { return int(machines.size()) - servers(); }

const WorldProduct &World::product(const std::string &id) const { return *std::ranges::find(products, id, &WorldProduct::id); }

World makeWorld(Day today)
{
    World world;
    world.today = today;
    int64_t number = 0;
    for (const auto &row : rows) {
        ++number;
        world.clients.push_back({number, row.code, row.name, row.domain, machinesOf(row, number), peopleOf(row, number), row.suite,
            row.seatsBought, row.guard, row.isGuarded, linesOf(row)});
    }
    world.products = {
        {"M365-BS", "Microsoft 365 Business Standard", "14.50", "11.70"},
        {"M365-BP", "Microsoft 365 Business Premium", "25.00", "20.60"},
        {"MANAGED-WS", "Managed workplace", "18.00", "4.10"},
        {"MANAGED-SRV", "Managed server", "65.00", "9.00"},
        {"EDR", "Endpoint protection", "4.50", "2.40"},
        {"DOMAIN", "Domain hosting", "30.00", "12.00"},
        {"SETUP", "Onboarding", "450.00", "0.00"},
    };
    return world;
}

} // namespace br::demo
