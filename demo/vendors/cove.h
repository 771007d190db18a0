// A stand-in for Cove: JSON-RPC in which every answer brings the session of the next request.
#pragma once

#include "demo/vendors/gate.h"

#include <QJsonObject>

namespace br::demo {

class Cove final : public Vendor {
public:
    Cove(const World &world, const Manners &manners);

    std::string id() const override { return "cove"; }
    std::vector<std::string> hosts() const override { return {"api.backup.management"}; }
    std::map<std::string, std::string> settings() const override
    {
        return {{"partner", "Lantern Ridge IT (api@lanternridge.example)"}, {"user", "api@lanternridge.example"}};
    }
    std::map<std::string, std::string> secrets() const override { return {{"password", "covePASSWORD0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    FakeAnswer call(const FakeRequest &request);
    FakeAnswer answer(const std::string &id, const std::string &result);
    std::string partners() const;
    std::string statistics(const QJsonObject &query) const;

    World m_world;
    Manners m_manners;
    Gate m_gate;
    int m_visas = 0;
    int m_uses = 0;
};

} // namespace br::demo
