// A stand-in for SentinelOne: sites with licences, and agents, by cursors; ids beyond 2^53.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class SentinelOne final : public Vendor {
public:
    SentinelOne(const World &world, const Manners &manners);

    std::string id() const override { return "sentinelone"; }
    std::vector<std::string> hosts() const override { return {"usea1-lanternridge.sentinelone.net"}; }
    std::map<std::string, std::string> settings() const override { return {{"console", hosts().front()}}; }
    std::map<std::string, std::string> secrets() const override { return {{"token", "s1TOKEN0123456789abcdef"}}; }
    void mount(FakeServer &server) override;

private:
    FakeAnswer page(const FakeRequest &request, const std::vector<std::string> &items, bool areSites) const;
    std::vector<std::string> sites() const;
    std::vector<std::string> agents() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
