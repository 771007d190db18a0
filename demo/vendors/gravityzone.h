// A stand-in for Bitdefender GravityZone: JSON-RPC with companies, monthly usage and endpoints; errors inside answers that are 200.
#pragma once

#include "demo/vendors/gate.h"

#include <QJsonObject>

namespace br::demo {

class GravityZone final : public Vendor {
public:
    GravityZone(const World &world, const Manners &manners);

    std::string id() const override { return "bitdefender-gravityzone"; }
    std::vector<std::string> hosts() const override { return {"cloudgz.gravityzone.bitdefender.com"}; }
    std::map<std::string, std::string> settings() const override { return {{"host", hosts().front()}}; }
    std::map<std::string, std::string> secrets() const override { return {{"api_key", "gzKEY0123456789abcdef"}}; }
    void mount(FakeServer &server) override;

private:
    std::string companies() const;
    std::string usage(const WorldClient &client) const;
    std::string endpoints(const WorldClient &client, const QJsonObject &parameters) const;
    FakeAnswer call(const FakeRequest &request, const std::string &service) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
