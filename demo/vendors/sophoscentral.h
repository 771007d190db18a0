// A stand-in for Sophos Central Partner: whoami, tenants by pages, billed usage and endpoints by keys; a tenant that refuses.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class SophosCentral final : public Vendor {
public:
    SophosCentral(const World &world, const Manners &manners);

    std::string id() const override { return "sophos-central"; }
    std::vector<std::string> hosts() const override { return {"api.central.sophos.com", "id.sophos.com", "api-eu01.central.sophos.com"}; }
    std::map<std::string, std::string> settings() const override { return {{"client_id", "stand-in-sophos-client"}}; }
    std::map<std::string, std::string> secrets() const override { return {{"client_secret", "sophosSECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    using Items = std::vector<std::string>;
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer tenants(const FakeRequest &request) const;
    FakeAnswer usage(const FakeRequest &request) const;
    FakeAnswer endpoints(const FakeRequest &request) const;
    FakeAnswer byKey(const FakeRequest &request, const Items &items) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
