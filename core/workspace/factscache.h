// FactsCache: what a Workspace remembers between verbs so that one changed rule is compared again at once.
//
// Never stale: each entry says what it depends on, and is used only while that is so. Thread rule: the Workspace's thread.
#pragma once

#include "core/workspace/factsloading.h"

#include <memory>

namespace br {

struct FactsCache {
    std::shared_ptr<LoadedFacts> facts; // of the period looked at last
    std::string historyOf;              // what `history` depends on
    std::vector<EarlierPosition> history;
};

} // namespace br
