// Places: the positions of a period with what the later rules need of them, in the order of client and service.
#pragma once

#include "core/reconcile/price.h"
#include "core/reconcile/reconcile.h"
#include "core/reconcile/verification.h"

#include <string>
#include <vector>

namespace br {

struct Place {
    Position position;
    Pricing pricing;
    uint32_t draft = 0;
    Units remaining; // of the difference, after substitution
};

std::vector<Place> placesOf(const World &world, const Drafts &drafts, const Verification &verification, const PriceList &prices,
    const std::vector<EarlierPosition> &history, std::vector<std::string> &warnings);

} // namespace br
