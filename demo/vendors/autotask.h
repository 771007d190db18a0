// A stand-in for Autotask PSA: zone, queries whose next page is POSTed with the same body, and the units of three months.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class Autotask final : public Vendor {
public:
    Autotask(const World &world, const Manners &manners);

    std::string id() const override { return "autotask"; }
    std::vector<std::string> hosts() const override { return {"webservices2.autotask.net", "webservices5.autotask.net"}; }
    std::map<std::string, std::string> settings() const override { return {{"user", "api-user@LANTERNRIDGE.EXAMPLE"}}; }
    std::map<std::string, std::string> secrets() const override
    {
        return {{"secret", "atSECRET0123456789"}, {"integration_code", "ATCODE9876543210"}};
    }
    void mount(FakeServer &server) override;

private:
    using Items = std::vector<std::string>;
    FakeAnswer query(const FakeRequest &request) const;
    Items itemsOf(const std::string &entity) const;
    Items companies() const;
    Items contracts() const;
    Items services() const;
    Items contractServices(bool asUnits) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
