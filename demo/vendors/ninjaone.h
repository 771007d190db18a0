// A stand-in for NinjaOne: a token, organizations and devices as bare lists by `after`, backup sizes of each organization.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class NinjaOne final : public Vendor {
public:
    NinjaOne(const World &world, const Manners &manners);

    std::string id() const override { return "ninjaone"; }
    std::vector<std::string> hosts() const override { return {"eu.ninjarmm.com"}; }
    std::map<std::string, std::string> settings() const override { return {{"region", "eu"}, {"client_id", "stand-in-ninja-client"}}; }
    std::map<std::string, std::string> secrets() const override { return {{"client_secret", "ninjaSECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    struct Item {
        int64_t id = 0;
        std::string json;
    };
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer page(const FakeRequest &request, const std::vector<Item> &items) const;
    std::vector<Item> organizations() const;
    std::vector<Item> devices() const;
    FakeAnswer backups(int64_t organization) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
