// Verification: whether the counted side of a position is known.
//
// Unknown: a counted entry's source has no complete batch (or is not in the workspace), or no account of the client at any
// source of the service; a service that counts nothing is never known. Thread rule: built once, then read only.
#pragma once

#include "core/domain/trace.h"
#include "core/reconcile/world.h"

#include <vector>

namespace br {

class Verification final {
public:
    explicit Verification(const World &world);
    bool isVerified(uint32_t client, uint32_t service) const { return m_missing[service].empty() && isLinked(client, service); }
    void tell(uint32_t client, uint32_t service, Trace &trace) const; // why it is not

private:
    bool isLinked(uint32_t client, uint32_t service) const;

    const World &m_world;
    std::vector<std::vector<uint32_t>> m_sources; // by service, distinct
    std::vector<std::vector<uint32_t>> m_missing; // those without a complete batch
};

} // namespace br
