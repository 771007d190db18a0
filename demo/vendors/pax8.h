// A stand-in for Pax8: a token, companies and subscriptions, by page numbers from 0.
#pragma once

#include "demo/vendors/gate.h"

namespace br::demo {

class Pax8 final : public Vendor {
public:
    Pax8(const World &world, const Manners &manners);

    std::string id() const override { return "pax8"; }
    std::vector<std::string> hosts() const override { return {"api.pax8.com"}; }
    std::map<std::string, std::string> settings() const override { return {{"client_id", "stand-in-pax8-client"}}; }
    std::map<std::string, std::string> secrets() const override { return {{"client_secret", "pax8SECRET0123456789"}}; }
    void mount(FakeServer &server) override;

private:
    FakeAnswer token(const FakeRequest &request);
    FakeAnswer page(const FakeRequest &request, const std::vector<std::string> &items) const;
    std::vector<std::string> companies() const;
    std::vector<std::string> subscriptions() const;

    World m_world;
    Gate m_gate;
};

} // namespace br::demo
