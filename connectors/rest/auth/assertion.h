// A signed assertion (RFC 7523): the claims of the manifest, signed with the service account's key.
//
// `iat`, `exp` (an hour) and `aud` (the token address) are added where the claims do not say them. Thread rule: pure function.
#pragma once

#include "connectors/rest/manifest/request.h"
#include "connectors/rest/value/scope.h"
#include "core/base/clock.h"

namespace br::rest {

Result<std::string> signedAssertion(const AuthSpec &spec, const Scope &scope, const Clock &clock);

} // namespace br::rest
