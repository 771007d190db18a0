// World: a small invented managed service provider, the same for every stand-in vendor, so that their numbers can be compared.
//
// Eight clients. Everything is billed as it is counted, but what makeWorld() names as wrong on purpose. All companies, people
// and prices are made up. Plain values; prices are texts of decimals a month.
#pragma once

#include "core/base/period.h"

#include <cstdint>
#include <string>
#include <vector>

namespace br::demo {

struct Machine {
    int64_t number = 0; // unique in the world
    std::string name;   // "AFL-SRV01"
    bool isServer = false;
    int daysSinceSeen = 0;
};

struct Person {
    int64_t number = 0; // unique in the world
    std::string name;
    std::string mail;
};

struct SoldLine { // what the PSA bills a month
    std::string product;
    std::string quantity;
    std::string included = "0";
};

enum class Guard { Huntress, SentinelOne }; // which of them protects the machines

struct WorldClient {
    int64_t number = 0; // from 1
    std::string code;   // "AFL"
    std::string name;
    std::string domain;
    std::vector<Machine> machines;
    std::vector<Person> people; // each holds a seat of `suite`
    std::string suite;          // product id
    int seatsBought = 0;
    Guard guard = Guard::Huntress;
    bool isGuarded = true; // agents are installed
    std::vector<SoldLine> lines;

    int servers() const;
    int workstations() const;
};

struct WorldProduct {
    std::string id;
    std::string name;
    std::string price;
    std::string cost;
};

struct World {
    Day today; // what "last seen" is counted from
    std::vector<WorldClient> clients;
    std::vector<WorldProduct> products;

    const WorldProduct &product(const std::string &id) const; // one of `products`
};

World makeWorld(Day today);

} // namespace br::demo
