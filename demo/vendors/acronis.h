// A stand-in for Acronis Cyber Protect Cloud: a token, the tenants below a partner by cursors, the usages of each.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class Acronis final : public Vendor {
public:
    Acronis(const World &world, const Manners &manners);

    std::string id() const override { return "acronis"; }
    std::vector<std::string> hosts() const override { return {"eu2-cloud.acronis.com"}; }
    std::map<std::string, std::string> settings() const override
    {
        return {{"datacenter", hosts().front()}, {"client_id", "66666666-0000-4000-8000-000000000001"}};
    }
    std::map<std::string, std::string> secrets() const override { return {{"client_secret", "acronisSECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer tenants(const FakeRequest &request) const;
    FakeAnswer usages(const std::string &tenant) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
