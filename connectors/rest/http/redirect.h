// Redirect: the request that an answer sends us to, if it may be followed.
//
// Only to allowed hosts and only to HTTPS. What could be a secret (headers, a body) never goes to another host: headers are left
// behind, a POST is refused. Errors: Refused. Thread rule: pure functions.
#pragma once

#include "connectors/rest/http/httpclient.h"

namespace br::rest {

bool isRedirect(const HttpResponse &response);
// `response` is one. Its address is resolved against where it came from.
Result<HttpRequest> followed(const HttpRequest &request, const HttpResponse &response, const std::vector<std::string> &hosts);

} // namespace br::rest
