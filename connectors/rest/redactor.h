// Redactor: takes the run's secrets out of any text by their value, also where they come back encoded.
//
// For what others say (a vendor's message may repeat the key it was given). Secrets of fewer than 4 characters are not
// looked for: they would tear up every sentence. Thread rule: one thread.
#pragma once

#include "core/connect/secret.h"

#include <string>
#include <string_view>
#include <vector>

namespace br::rest {

class Redactor final {
public:
    void add(const Secret &secret);
    std::string cleaned(std::string_view text) const;
    // For a sentence about an answer: cleaned, one line, shortened.
    std::string quoted(std::string_view text, size_t limit = 200) const;

private:
    void addForm(std::string text);
    std::vector<Secret> m_forms; // longest first
};

} // namespace br::rest
