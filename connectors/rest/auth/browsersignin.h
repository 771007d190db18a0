// A sign-in through the person's browser: authorization code with PKCE over a loopback address, and the tokens that its
// refresh token gives afterwards.
//
// The refresh token is kept as `refresh_token` beside the source's secrets, or in the secret that a person entered it as, and
// replaced whenever the vendor replaces it.
// Errors: Denied with what to do ("sign in again"), Cancelled, Unreachable. Thread rule: see token.h.
#pragma once

#include "connectors/rest/auth/signincontext.h"
#include "connectors/rest/auth/token.h"
#include "core/base/progress.h"

#include <functional>

namespace br::rest {

class RefreshedToken final : public TokenSource {
public:
    RefreshedToken(const AuthSpec &spec, const Scope &scope, const SignInContext &context);
    Result<Token> signIn() override; // by the kept refresh token
    Result<Token> renew(const Token &old) override;

private:
    Result<Token> exchange(const Secret &refresh);
    void keep(const Secret &refresh);
    const std::string &secret() const { return m_spec.refreshSecret.empty() ? m_browsers : m_spec.refreshSecret; }
    Error notSignedIn() const;

    const AuthSpec &m_spec;
    Scope m_scope;
    const SignInContext &m_context;
    std::string m_browsers = refreshTokenField;
    Secret m_refresh;
};

using OpenBrowser = std::function<bool(const std::string &url)>;
Status signInByBrowser(const AuthSpec &spec, const Scope &scope, const SignInContext &context, const OpenBrowser &open, Progress &progress);

} // namespace br::rest
