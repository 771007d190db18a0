// ServiceJson: services as people write them (domain.md section 7), read strictly, and written so that reading gives the same.
//
// Decimals may be written as texts or numbers and are taken digit by digit. null is the same as absent. Unknown members are
// refused with the nearest known name. Everything wrong is told at once, each with its line. Thread rule: pure functions.
#pragma once

#include "core/domain/batch.h"
#include "core/domain/rules.h"

#include <string>
#include <string_view>
#include <vector>

namespace br {

struct ServicesRead {
    std::vector<Service> services;
    std::vector<int64_t> lines;        // where each of them begins, from 1
    std::vector<RejectedRow> problems; // `file` is left empty; `row` is the line, `column` the service and member
};

Result<ServicesRead> readServices(std::string_view json);        // an array of objects; an Error where it is no JSON at all
Result<Service> readService(std::string_view json);              // one object, as stored
std::string writeServices(const std::vector<Service> &services); // one line a service
std::string writeService(const Service &service);

} // namespace br
