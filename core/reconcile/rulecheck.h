// Rulecheck: what is wrong with a service, in sentences for the person who wrote it; an empty list means it may be stored.
//
// Errors: none, problems are the result. Thread rule: pure functions.
#pragma once

#include "core/domain/rules.h"

#include <string>
#include <vector>

namespace br {

inline constexpr int ruleDaysLimit = 36'500; // a hundred years of grace or staleness: keeps day arithmetic in range

struct RuleProblem {
    std::string field; // "counted[2].each", counted from 1
    std::string value; // that stands there; empty where there is none
    std::string text;
    size_t service = 0; // index of the service in the list
};

std::vector<RuleProblem> problemsIn(const Service &service);
// Of all services together: those of each (with its number and id in front), and ids that occur twice.
std::vector<RuleProblem> problemsIn(const std::vector<Service> &services);
std::vector<std::string> problemsOf(const Service &service); // the texts alone
std::vector<std::string> problemsOf(const CountException &exception);

} // namespace br
