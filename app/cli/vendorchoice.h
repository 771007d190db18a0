// VendorChoice: which vendor a source or a dry run is about, found among the connectors, and its settings read from the options.
//
// Options: --set id=value (several), --ca FILE, --connect-to host=address (several). Thread rule: main thread.
#pragma once

#include "app/cli/arguments.h"
#include "core/connect/connectionsettings.h"
#include "core/connect/registry.h"

#include <string>
#include <vector>

namespace br::cli {

std::vector<OptionInfo> connectionOptions();
// Of the connector `id`; NotFound, Unsupported (it knows no vendors).
Result<const VendorCatalogue *> catalogueOf(Registry *registry, const std::string &id);
// NotFound names those there are.
Result<VendorInfo> vendorOf(const VendorCatalogue &catalogue, const std::string &id);
// The JSON of a source's settings. `manifest`: the file of a dry run. `kept`: of a source that is changed; what the options say
// takes the place of it, value by value.
Result<std::string> settingsFrom(
    const Arguments &arguments, const VendorInfo &vendor, const std::string &manifest = {}, ConnectionSettings kept = {});

} // namespace br::cli
