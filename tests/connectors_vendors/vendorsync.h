// A whole sync of a stand-in vendor through the network connector, as the program does it: manifest, sign-in, pages, records.
#pragma once

#include "core/connect/connector.h"
#include "demo/vendors/vendor.h"
#include "tests/connectors_vendors/vendorsink.h"

#include <optional>

namespace br::test {

struct Synced {
    std::optional<Error> error;
    FetchSummary summary;
    VendorSink sink;

    std::string said() const; // the error's message, then the warnings
};

Day worldDay(); // 2026-10-31

// `settings` replace the stand-in's own of the same name. Every host of the vendor is reached at `address`, unless `at` says otherwise.
Synced syncVendor(const demo::Vendor &vendor, const std::string &address, const std::map<std::string, std::string> &settings = {},
    const std::map<std::string, std::string> &at = {});

// What "Test connection" says.
Result<ConnectionReport> testVendor(
    const demo::Vendor &vendor, const std::string &address, const std::map<std::string, std::string> &settings = {});

} // namespace br::test
