// A stand-in for HaloPSA: a token, and lists that page only where they are asked to in the one right way.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class HaloPsa final : public Vendor {
public:
    HaloPsa(const World &world, const Manners &manners);

    std::string id() const override { return "halopsa"; }
    std::vector<std::string> hosts() const override { return {"lanternridge.halopsa.com"}; }
    std::map<std::string, std::string> settings() const override
    {
        return {{"server", hosts().front()}, {"tenant", "lanternridge"}, {"client_id", "stand-in-halo-client"}};
    }
    std::map<std::string, std::string> secrets() const override { return {{"client_secret", "haloSECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    using Items = std::vector<std::string>;
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer page(const FakeRequest &request, const std::string &name, const Items &items) const;
    Items clients() const;
    Items items() const;
    Items contracts() const;
    Items recurringInvoices() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
