// NamesApart: names that are unique only within another, as a site is within its account. Found out before the first row is read.
//
// A name that stands under one owner stays as it is; one that stands under several is told apart by its owner. Thread rule: one thread.
#pragma once

#include "connectors/file/recognition.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace br {

class NamesApart final {
public:
    // Reads the table once; a table of a layout without such names is left alone. Learning it again changes nothing.
    Status learn(const Match &match, const SampledTable &sample);
    bool isAmbiguous(const Apart &rule, std::string_view name) const;
    static std::string full(std::string_view owner, std::string_view name);
    std::vector<std::string> takeUntold(); // what became ambiguous and was not asked for yet

private:
    std::map<std::string, std::string, std::less<>> m_owners;
    std::set<std::string, std::less<>> m_ambiguous;
    std::set<std::string, std::less<>> m_told;
};

} // namespace br
