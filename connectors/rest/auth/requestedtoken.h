// RequestedToken: a token from any request that the manifest describes, and from a second one while the first token lives.
//
// Where the second is refused (a server that restarted forgets its tokens), the first is made again. Thread rule: see token.h.
#pragma once

#include "connectors/rest/auth/signincontext.h"
#include "connectors/rest/auth/token.h"

namespace br::rest {

class RequestedToken final : public TokenSource {
public:
    RequestedToken(const AuthSpec &spec, const Scope &scope, const SignInContext &context);
    Result<Token> signIn() override;
    Result<Token> renew(const Token &old) override;

private:
    Result<Token> ask(const RequestSpec &spec, const Scope &scope) const;

    const AuthSpec &m_spec;
    Scope m_scope;
    const SignInContext &m_context;
};

} // namespace br::rest
