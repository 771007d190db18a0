// Places: the positions of a period with what the later rules need of them, in the order of client and service.
#pragma once

#include "core/reconcile/price.h"
#include "core/reconcile/reconcile.h"
#include "core/reconcile/verification.h"

#include <vector>

namespace br {

struct Place {
    Position *position = nullptr;
    Pricing pricing;
    uint32_t draft = 0;
    Units remaining; // of the difference, after substitution
};

// Fills the positions and warnings of `result`; the places point into its positions.
std::vector<Place> placesOf(const World &world, const Drafts &drafts, const Verification &verification, const PriceList &prices,
    const std::vector<EarlierPosition> &history, Reconciliation &result);

} // namespace br
