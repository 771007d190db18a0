// Address: where a request goes, and whether it may.
//
// HTTPS with a host and without a user name in it. Hosts are compared in lower case and in their ASCII form; a rule without a
// port means 443. Errors: Refused (not HTTPS, not an allowed host), InvalidInput (not an address at all, or a stand-in
// outside of this computer). Texts shown are host and path, never the query. Thread rule: pure functions, plain values.
#pragma once

#include "core/base/result.h"

#include <QUrl>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace br::rest {

struct Address {
    QUrl url;
    std::string host;  // as in the Host header: with the port where it is not 443
    std::string shown; // host and path
};

Result<Address> parseAddress(std::string_view url);

// "api.example.com", "*.example.com" (any name below, not itself), "psa.example.com:8443".
bool hostFits(std::string_view host, std::string_view pattern);
Status mayTalkTo(const Address &address, const std::vector<std::string> &hosts);

// The stand-in of that host, if there is one: where to connect instead.
Result<std::optional<QUrl>> standIn(const Address &address, const std::map<std::string, std::string> &connectTo);

} // namespace br::rest
