#include "connectors/rest/auth/requestedtoken.h"

#include "connectors/rest/auth/oauthgrant.h"
#include "connectors/rest/outgoing.h"

namespace br::rest {

RequestedToken::RequestedToken(const AuthSpec &spec, const Scope &scope, const SignInContext &context)
    : m_spec(spec)
    , m_scope(scope)
    , m_context(context)
{
}

Result<Token> RequestedToken::ask(const RequestSpec &spec, const Scope &scope) const
{
    auto request = earlyOutgoing(m_context.manifest, spec, scope);
    if (!request)
        return request.error();
    request->repeatable = true;
    const auto answer = sendSignIn(m_context, m_spec, *request);
    if (!answer)
        return answer.error();
    return tokenIn(m_spec, *answer, m_context.clock);
}

Result<Token> RequestedToken::signIn() { return ask(*m_spec.request, m_scope); }

Result<Token> RequestedToken::renew(const Token &old)
{
    if (!m_spec.refreshRequest)
        return signIn();
    Scope scope = m_scope;
    scope.token = old.value.reveal();
    scope.refresh = old.refresh.reveal();
    auto token = ask(*m_spec.refreshRequest, scope);
    if (!token && token.error().code != Errc::Cancelled)
        return signIn();
    if (token && token->refresh.isEmpty())
        token->refresh = old.refresh; // it stays good where the answer brings no other
    return token;
}

} // namespace br::rest
