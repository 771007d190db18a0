// A stand-in for ConnectWise PSA: company info, companies, agreements, additions, catalog, with counts and Link headers.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class ConnectWise final : public Vendor {
public:
    ConnectWise(const World &world, const Manners &manners);

    std::string id() const override { return "connectwise"; }
    std::vector<std::string> hosts() const override { return {"na.myconnectwise.net"}; }
    std::map<std::string, std::string> settings() const override;
    std::map<std::string, std::string> secrets() const override;
    void mount(FakeServer &server) override;

private:
    using Items = std::vector<std::string>;
    Route list(const std::string &path, std::function<Items(const FakeRequest &)> items);
    Items companies(const FakeRequest &request) const;
    Items agreements() const;
    Items additions(int64_t agreement) const;
    Items catalog() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
