// Vendor: a stand-in for one vendor's API, filled from the world: its hosts, its sign-in, its pages, its limits.
//
// Made for one server: mount() puts its routes there; they run on the server's thread. Give a source its settings() and
// secrets() and send its hosts() to the server's address. Thread rule: made and mounted before the server listens.
#pragma once

#include "demo/server/fakeserver.h"
#include "demo/world/world.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace br::demo {

// How difficult a stand-in is. 0: never.
struct Manners {
    int64_t pageCap = 1000;             // it gives no more on a page, whatever is asked for
    int busyAt = 0;                     // this request, counted from 1, is told to come back in a second
    int tokenLasts = 0;                 // so many requests; then a token is void
    std::chrono::milliseconds delay{0}; // before each answer
};

class Vendor {
public:
    virtual ~Vendor() = default;
    virtual std::string id() const = 0; // of its manifest
    virtual std::vector<std::string> hosts() const = 0;
    virtual std::map<std::string, std::string> settings() const = 0;
    virtual std::map<std::string, std::string> secrets() const = 0;
    virtual void mount(FakeServer &server) = 0;
};

std::vector<std::string> vendorIds();                                                                  // that there is a stand-in of
std::unique_ptr<Vendor> makeVendor(const std::string &id, const World &world, const Manners &manners); // null: there is none

} // namespace br::demo
