// SessionToken: a sign-in whose token is replaced by every answer, so that requests go one by one.
//
// The token travels in a header or in a member of the JSON body. Thread rule: see authenticator.h.
#pragma once

#include "connectors/rest/auth/authenticator.h"
#include "connectors/rest/auth/signincontext.h"
#include "connectors/rest/auth/token.h"

#include <memory>

namespace br::rest {

class SessionToken final : public Authenticator {
public:
    SessionToken(const AuthSpec &spec, std::unique_ptr<TokenSource> login, const SignInContext &context);

    Result<int> prepare(HttpRequest &request) override;
    void onAnswer(const JsonValue &root) override;
    bool onUnauthorized(int generation) override;
    bool isOneByOne() const override { return true; }

private:
    const AuthSpec &m_spec;
    std::unique_ptr<TokenSource> m_login;
    const SignInContext &m_context;
    Secret m_token; // empty: not signed in
    int m_generation = 0;
};

} // namespace br::rest
