// Rulecheck: what is wrong with a service, in sentences for the person who wrote it; an empty list means it may be stored.
//
// Errors: none, problems are the result. Thread rule: pure functions.
#pragma once

#include "core/domain/rules.h"

#include <string>
#include <vector>

namespace br {

std::vector<std::string> problemsOf(const Service &service);
// Of all services together: those of each (with its id in front), and ids that occur twice.
std::vector<std::string> problemsOf(const std::vector<Service> &services);
std::vector<std::string> problemsOf(const CountException &exception);

} // namespace br
