// A stand-in for Datto RMM: a password token, sites and devices by next addresses.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class DattoRmm final : public Vendor {
public:
    DattoRmm(const World &world, const Manners &manners);

    std::string id() const override { return "datto-rmm"; }
    std::vector<std::string> hosts() const override { return {"merlot-api.centrastage.net"}; }
    std::map<std::string, std::string> settings() const override { return {{"platform", "merlot"}, {"api_key", "stand-in-datto-key"}}; }
    std::map<std::string, std::string> secrets() const override { return {{"api_secret", "dattoSECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer page(const FakeRequest &request, const std::string &name, const std::vector<std::string> &items) const;
    std::vector<std::string> sites() const;
    std::vector<std::string> devices() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
