// Places: the positions of a period with what the later rules need of them, one client after another.
//
// Every rule about positions looks at one client's alone, so a month needs the room of one. Thread rule: one engine run.
#pragma once

#include "core/reconcile/price.h"
#include "core/reconcile/reconcile.h"
#include "core/reconcile/verification.h"

#include <memory>
#include <span>
#include <vector>

namespace br {

struct Place {
    Position *position = nullptr;
    Pricing pricing;
    uint32_t draft = 0;
    Units remaining; // of the difference, after substitution
};

class Places final {
public:
    // All of it must outlive the places; `warnings` are added to.
    Places(const World &world, const Drafts &drafts, const Verification &verification, const PriceList &prices,
        const std::vector<EarlierPosition> &history, std::vector<std::string> &warnings);
    Places(const Places &) = delete;
    Places &operator=(const Places &) = delete;
    ~Places();

    bool next(); // to the next client, by id; false: there is none
    // Of that client, by service; gone with the next.
    std::span<Place> places() { return std::span(m_places).first(m_size); }
    std::span<Position> positions() { return std::span(m_positions).first(m_size); }

private:
    class Assembly;
    const Drafts &m_drafts;
    std::unique_ptr<Assembly> m_assembly;
    std::vector<uint32_t> m_order; // drafts by client and service; accounts without a link are no positions
    size_t m_next = 0;             // in it
    size_t m_size = 0;
    std::vector<Place> m_places;
    std::vector<Position> m_positions;
};

} // namespace br
