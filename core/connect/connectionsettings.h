// ConnectionSettings: what a person entered for a vendor, judged against its manifest and written as the settings of a source.
//
// The layout of the JSON stands at the end of vendors.h. Errors are InvalidInput and name the field, the value and what would be
// right. No secret comes here. Thread rule: pure functions.
#pragma once

#include "core/connect/vendors.h"

#include <map>
#include <string>

namespace br {

struct ConnectionSettings {
    std::string vendor;                           // a manifest's id
    std::string manifest;                         // or a file, for a dry run only
    std::map<std::string, std::string> values;    // by field id
    std::string ca;                               // PEM; empty: the system's authorities
    std::map<std::string, std::string> connectTo; // host -> address on this machine
};

// Every value is of a known field and fits it; what is required and has no default is there.
Result<std::string> settingsOf(const VendorInfo &vendor, const ConnectionSettings &entered);

} // namespace br
