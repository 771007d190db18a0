// RulesChange: in what two sets of rules differ, as far as the comparison goes: reasons and names change nothing.
//
// Thread rule: pure function; the texts are views into both sets.
#pragma once

#include "core/reconcile/factslices.h"

#include <string_view>
#include <utility>
#include <vector>

namespace br {

struct RulesChange {
    bool isUnclear = false;                                              // compare everything
    std::vector<std::pair<std::string_view, std::string_view>> accounts; // source and id of those linked differently
    TextSet clients;                                                     // that they were or are linked to, or whose exceptions differ
    TextSet services;                                                    // changed, new, gone, or in a substitution group with such a one
    TextSet ownServices;                                                 // only changed, new or gone
    bool hasIgnoredOther = false;                                        // other meters are ignored
    bool isEmpty() const { return !isUnclear && accounts.empty() && clients.empty() && services.empty() && !hasIgnoredOther; }
};

RulesChange changeOf(const Rules &before, const Rules &now);

} // namespace br
