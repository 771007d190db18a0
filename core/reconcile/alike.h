// Alike: how alike names are, by the cosine of their weighted three-character groups (TF-IDF), through an inverted index.
//
// Deterministic: weights and sums are integers. Thread rule: built once, then read only.
#pragma once

#include "core/reconcile/textindex.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace br {

class AlikeNames final {
public:
    explicit AlikeNames(const std::vector<std::string> &names); // normalised
    AlikeNames(const AlikeNames &) = delete;                    // its index looks into its own names
    AlikeNames &operator=(const AlikeNames &) = delete;
    struct Match {
        uint32_t name = 0;
        int percent = 0;
    };
    // The best `most` of at least `leastPercent`, best first, ties in the order given.
    std::vector<Match> find(const std::string &name, size_t most, int leastPercent);

private:
    struct Posting {
        uint32_t name = 0;
        int64_t weight = 0;
    };
    using Weights = std::vector<std::pair<uint32_t, int64_t>>; // three-character group, weight
    int64_t weightOf(uint32_t group, int64_t times) const;

    std::vector<std::string> m_padded;
    TextIndex m_groups;
    std::vector<std::vector<Posting>> m_postings; // by group
    std::vector<int64_t> m_norms;                 // by name
    std::vector<int64_t> m_sums;                  // scratch of find()
};

} // namespace br
