// SignInContext: what the token schemes need of the run they belong to.
//
// Everything pointed to lives as long as the run. Thread rule: one thread.
#pragma once

#include "connectors/rest/auth/authenticator.h"
#include "connectors/rest/manifest/manifest.h"
#include "connectors/rest/redactor.h"
#include "connectors/rest/value/scope.h"
#include "core/base/clock.h"

#include <functional>
#include <string>

namespace br::rest {

// The name under which a browser sign-in's refresh token is kept beside the manifest's own secrets.
inline constexpr const char *refreshTokenField = "refresh_token";

struct SignInContext {
    const Manifest &manifest;
    const Clock &clock;
    Redactor &redactor;
    Send send;                                     // without signing in
    SourceSecrets *secrets = nullptr;              // for what a vendor replaces
    std::function<void(const std::string &)> warn; // told with the result
};

// A request of a sign-in, sent; Denied where the vendor refuses it (also inside an answer that is 200).
struct SignInAnswer {
    HttpResponse response;
    JsonTree tree;
};
Result<SignInAnswer> sendSignIn(const SignInContext &context, const AuthSpec &spec, const HttpRequest &request);

// The label of the form's field that a template takes its value from; empty: none.
std::string labelOf(const Manifest &manifest, const Template &text);

} // namespace br::rest
