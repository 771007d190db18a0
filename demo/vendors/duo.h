// A stand-in for Duo: a parent account, its sub-accounts on hosts of their own, every request signed.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class Duo final : public Vendor {
public:
    Duo(const World &world, const Manners &manners);

    std::string id() const override { return "duo"; }
    std::vector<std::string> hosts() const override;
    std::map<std::string, std::string> settings() const override
    {
        return {{"host", "api-parent00.duosecurity.com"}, {"integration_key", "DISTANDIN00000000000"}};
    }
    std::map<std::string, std::string> secrets() const override { return {{"secret_key", "duoSECRET0123456789abcdefghijklmnopqrstu"}}; }
    void mount(FakeServer &server) override;

private:
    bool isSigned(const FakeRequest &request) const;
    const WorldClient *clientOf(const FakeRequest &request) const;
    FakeAnswer accounts() const;
    FakeAnswer edition(const FakeRequest &request) const;
    FakeAnswer users(const FakeRequest &request) const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
