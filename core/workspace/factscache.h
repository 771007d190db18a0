// FactsCache: what a Workspace remembers between verbs so that one changed rule is compared again at once.
//
// Never stale: each entry says what it depends on, and is used only while that is so. Thread rule: the Workspace's thread.
#pragma once

#include "core/reconcile/comparison.h"
#include "core/store/positionstore.h"
#include "core/workspace/factsloading.h"
#include "core/workspace/periodnames.h"

#include <memory>
#include <optional>
#include <string>

namespace br {

// The stored result of a period in memory: what the run that wrote it compared.
struct KeptComparison {
    std::shared_ptr<const LoadedFacts> facts;
    std::shared_ptr<const History> history;
    StoredRun run;
    std::unique_ptr<Comparison> comparison;
};

struct FactsCache {
    std::shared_ptr<LoadedFacts> facts;     // of the period looked at last
    std::string historyOf;                  // what `history` depends on
    std::shared_ptr<const History> history; // null: not loaded
    std::optional<KeptComparison> compared;
    std::string namesOf; // the batches of `names`
    std::shared_ptr<const VendorNames> names;
};

} // namespace br
