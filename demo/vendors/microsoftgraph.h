// A stand-in for Microsoft Graph: a token for each tenant, customers, subscriptions, licences and users by next links.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class MicrosoftGraph final : public Vendor {
public:
    MicrosoftGraph(const World &world, const Manners &manners);

    std::string id() const override { return "microsoft-graph"; }
    std::vector<std::string> hosts() const override { return {"graph.microsoft.com", "login.microsoftonline.com"}; }
    std::map<std::string, std::string> settings() const override;
    std::map<std::string, std::string> secrets() const override { return {{"client_secret", "graphSECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    using Items = std::vector<std::string>;
    FakeAnswer token(const FakeRequest &request) const;
    FakeAnswer page(const FakeRequest &request, const Items &items) const;
    const WorldClient *clientOf(const FakeRequest &request) const; // by its token; null: the partner's own tenant
    FakeAnswer perCustomer(const FakeRequest &request, Items (MicrosoftGraph::*items)(const WorldClient &) const) const;
    Items customers() const;
    Items subscriptions(const WorldClient &client) const;
    Items skus(const WorldClient &client) const;
    Items users(const WorldClient &client) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
