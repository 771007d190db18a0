// Verification: whether the counted side of a position is known.
//
// Unknown: a counted entry's source has no complete batch (or is not in the workspace), or no account of the client at any
// source of the service, or a linked one or a meter that the source could not read; a service that counts nothing is never known. Thread
// rule: built once, then read only.
#pragma once

#include "core/domain/trace.h"
#include "core/reconcile/world.h"

#include <vector>

namespace br {

class Verification final {
public:
    explicit Verification(const World &world);
    bool isVerified(uint32_t client, uint32_t service) const
    {
        return m_missing[service].empty() && isLinked(client, service) && !unreadFor(client, service);
    }
    void tell(uint32_t client, uint32_t service, Trace &trace) const; // why it is not

private:
    struct Gap {
        uint32_t owner = nowhere; // nowhere: every client
        const Unread *what = nullptr;
    };
    struct Stated { // of a gap that is one only where nothing is stated: the owners of whom something is
        const Unread *what = nullptr;
        std::vector<bool> owners;
    };
    bool isLinked(uint32_t client, uint32_t service) const;
    const Unread *unreadFor(uint32_t client, uint32_t service) const; // the first; null: none
    std::vector<Gap> gapsOf(const Service &service) const;
    std::vector<Stated> statedFor(uint32_t service) const;

    const World &m_world;
    std::vector<std::vector<uint32_t>> m_sources; // by service, distinct
    std::vector<std::vector<uint32_t>> m_missing; // those without a complete batch
    std::vector<std::vector<Gap>> m_gaps;         // by service; mostly none
    std::vector<std::vector<Stated>> m_stated;    // by service; mostly none
};

} // namespace br
