// A stand-in for N-central: a token for a token, customers and devices by page numbers.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class NCentral final : public Vendor {
public:
    NCentral(const World &world, const Manners &manners);

    std::string id() const override { return "n-central"; }
    std::vector<std::string> hosts() const override { return {"ncentral.lanternridge.example"}; }
    std::map<std::string, std::string> settings() const override { return {{"server", hosts().front()}}; }
    std::map<std::string, std::string> secrets() const override { return {{"jwt", "eyJSTANDIN.ncentral.0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    FakeAnswer page(const FakeRequest &request, const std::vector<std::string> &items) const;
    std::vector<std::string> customers() const;
    std::vector<std::string> devices() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
