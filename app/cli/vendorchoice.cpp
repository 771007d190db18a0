#include "app/cli/vendorchoice.h"

#include "core/base/safefile.h"
#include "core/base/text.h"

namespace br::cli {

namespace {

constexpr int64_t longestAuthority = 1 << 20;

} // namespace

std::vector<OptionInfo> connectionOptions()
{
    return {{"set", "ID=VALUE", words("cli", "a setting of the vendor's form; connector list --json names them"), false, true},
        {"ca", "FILE", words("cli", "a self-hosted server's own authority, as PEM")},
        {"connect-to", "HOST=ADDRESS", words("cli", "a stand-in on this machine for that host (tests and demo)"), false, true}};
}

Result<const VendorCatalogue *> catalogueOf(Registry *registry, const std::string &id)
{
    if (!registry)
        return Error{Errc::Unsupported, words("cli", "this program was started without connectors")};
    const auto plugin = registry->plugin(id);
    if (!plugin)
        return plugin.error();
    const auto *catalogue = (*plugin)->vendorCatalogue();
    if (!catalogue)
        return Error{Errc::Unsupported, words("cli", "the connector \"%1\" works without vendors", {id})};
    return catalogue;
}

Result<VendorInfo> vendorOf(const VendorCatalogue &catalogue, const std::string &id)
{
    std::vector<std::string> known;
    for (auto &info : catalogue.vendors()) {
        if (info.id == id)
            return std::move(info);
        known.push_back(info.id);
    }
    return Error{Errc::NotFound, words("cli", "there is no vendor \"%1\"; there is: %2", {id, joined(known, ", ")})};
}

Result<std::string> settingsFrom(
    const Arguments &arguments, const VendorInfo &vendor, const std::string &manifest, ConnectionSettings entered)
{
    entered.vendor = vendor.id;
    entered.manifest = manifest;
    auto values = arguments.pairs("set");
    auto standIns = arguments.pairs("connect-to");
    if (!values || !standIns)
        return values ? standIns.error() : values.error();
    for (auto &[id, value] : *values)
        entered.values[id] = std::move(value);
    for (auto &[host, address] : *standIns)
        entered.connectTo[host] = std::move(address);
    if (const auto file = arguments.option("ca")) {
        auto ca = readWholeFile(*file, longestAuthority);
        if (!ca)
            return ca.error();
        entered.ca = std::move(*ca);
    }
    return settingsOf(vendor, entered);
}

} // namespace br::cli
