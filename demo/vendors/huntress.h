// A stand-in for Huntress: organizations, agents and billable identities, by page tokens.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class Huntress final : public Vendor {
public:
    Huntress(const World &world, const Manners &manners);

    std::string id() const override { return "huntress"; }
    std::vector<std::string> hosts() const override { return {"api.huntress.io"}; }
    std::map<std::string, std::string> settings() const override { return {}; }
    std::map<std::string, std::string> secrets() const override;
    void mount(FakeServer &server) override;

private:
    FakeAnswer page(const FakeRequest &request, const std::string &name, const std::vector<std::string> &items) const;
    std::vector<std::string> organizations() const;
    std::vector<std::string> agents() const;
    std::vector<std::string> identities() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
