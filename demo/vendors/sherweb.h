// A stand-in for Sherweb: customers with subscriptions (service providers) and payable charges (distributors).
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class Sherweb final : public Vendor {
public:
    Sherweb(const World &world, const Manners &manners);

    std::string id() const override { return "sherweb"; }
    std::vector<std::string> hosts() const override { return {"api.sherweb.com"}; }
    std::map<std::string, std::string> settings() const override
    {
        return {{"api", "service-provider"}, {"client_id", "stand-in-sherweb-client"}};
    }
    std::map<std::string, std::string> secrets() const override
    {
        return {{"client_secret", "sherwebSECRET0123456789"}, {"subscription_key", "sherwebKEY0123456789"}};
    }
    void mount(FakeServer &server) override;

private:
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer customers() const;
    FakeAnswer subscriptions(const FakeRequest &request) const;
    FakeAnswer charges(const FakeRequest &request) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
