#include "connectors/rest/auth/browsersignin.h"

#include "connectors/rest/auth/loopback.h"
#include "connectors/rest/auth/oauthgrant.h"
#include "connectors/rest/auth/pkce.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/value/rendering.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

Result<Token> grant(const AuthSpec &spec, const Scope &scope, const SignInContext &context, Parameters parameters)
{
    const auto request = grantRequest(spec, scope, std::move(parameters));
    if (!request)
        return request.error();
    const auto answer = sendSignIn(context, spec, *request);
    if (!answer)
        return answer.error();
    return tokenIn(spec, *answer, context.clock);
}

Result<AuthorizePage> pageOf(const AuthSpec &spec, const Scope &scope, const std::string &redirect)
{
    AuthorizePage page;
    page.redirect = redirect;
    auto url = render(spec.authorizeUrl, scope);
    auto id = render(spec.clientId, scope);
    auto further = render(spec.parameters, scope);
    if (!url || !id)
        return !url ? url.error() : id.error();
    if (!further)
        return further.error();
    page.url = std::move(*url);
    page.clientId = std::move(*id);
    page.further = std::move(*further);
    if (!spec.oauthScope.isEmpty()) {
        auto asked = render(spec.oauthScope, scope);
        if (!asked)
            return asked.error();
        page.scope = std::move(*asked);
    }
    return page;
}

} // namespace

RefreshedToken::RefreshedToken(const AuthSpec &spec, const Scope &scope, const SignInContext &context)
    : m_spec(spec)
    , m_scope(scope)
    , m_context(context)
{
}

Result<Token> RefreshedToken::signIn()
{
    if (!m_refresh.isEmpty())
        return exchange(Secret(m_refresh));
    if (m_context.secrets == nullptr)
        return notSignedIn();
    const auto kept = m_context.secrets->get(secret());
    if (!kept)
        return kept.error().code == Errc::NotFound ? notSignedIn() : kept.error();
    return exchange(*kept);
}

Error RefreshedToken::notSignedIn() const
{
    const auto &info = m_context.manifest.info;
    const auto entered = std::ranges::find(info.secrets, m_spec.refreshSecret, &SecretField::id);
    if (entered != info.secrets.end())
        return {Errc::Denied, words("rest", "\"%1\" is not known: enter it at the source", {entered->label})};
    return {Errc::Denied, words("rest", "Nobody is signed in to %1: choose \"Sign in\" at the source", {info.name})};
}

Result<Token> RefreshedToken::renew(const Token &) { return signIn(); }

Result<Token> RefreshedToken::exchange(const Secret &refresh)
{
    m_context.redactor.add(refresh);
    auto token = grant(m_spec, m_scope, m_context, {{"grant_type", "refresh_token"}, {"refresh_token", std::string(refresh.reveal())}});
    if (!token)
        return token;
    if (token->refresh.isEmpty() || token->refresh.reveal() == refresh.reveal())
        m_refresh = refresh;
    else
        keep(token->refresh);
    return token;
}

void RefreshedToken::keep(const Secret &refresh)
{
    m_refresh = refresh;
    m_context.redactor.add(refresh);
    const auto kept = m_context.secrets != nullptr ? m_context.secrets->keep(secret(), refresh) : Status();
    if (!kept && m_context.warn)
        m_context.warn(words("rest", "%1 replaced the sign-in and the new one could not be kept (%2): sign in again before the next sync",
            {m_context.manifest.info.name, kept.error().message}));
}

Status signInByBrowser(const AuthSpec &spec, const Scope &scope, const SignInContext &context, const OpenBrowser &open, Progress &progress)
{
    Loopback loopback;
    if (const auto listening = loopback.listen(); !listening)
        return listening;
    const auto page = pageOf(spec, scope, loopback.address());
    if (!page)
        return page.error();
    const auto pkce = Pkce::fresh();
    ProgressStep step;
    step.what = words("rest", "Waiting for the sign-in in the browser");
    progress.report(step);
    if (!open(authorizeUrl(*page, pkce)))
        return Error{Errc::Unsupported, words("rest", "no browser could be opened; set a default browser and try again")};
    const auto code = loopback.waitForCode(pkce.state, progress);
    if (!code)
        return Error{code.error().code, context.redactor.cleaned(code.error().message)};
    context.redactor.add(Secret(*code));
    const auto token = grant(spec, scope, context,
        {{"grant_type", "authorization_code"}, {"code", *code}, {"redirect_uri", page->redirect}, {"code_verifier", pkce.verifier}});
    if (!token)
        return token.error();
    if (token->refresh.isEmpty())
        return Error{Errc::Denied,
            words("rest",
                "%1 signed in but gave nothing to sign in with later: the application there needs the permission for offline access",
                {context.manifest.info.name})};
    context.redactor.add(token->refresh);
    if (context.secrets == nullptr)
        return Error{Errc::Internal, words("rest", "there is no place to keep the sign-in")};
    return context.secrets->keep(refreshTokenField, token->refresh);
}

} // namespace br::rest
