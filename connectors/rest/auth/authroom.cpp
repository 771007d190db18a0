#include "connectors/rest/auth/authroom.h"

#include "connectors/rest/auth/browsersignin.h"
#include "connectors/rest/auth/duohmac.h"
#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/auth/oauthgrant.h"
#include "connectors/rest/auth/requestedtoken.h"
#include "connectors/rest/auth/sessiontoken.h"
#include "connectors/rest/auth/signing.h"
#include "connectors/rest/auth/tokenauth.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/value/rendering.h"

#include <vector>

namespace br::rest {

namespace {

using Made = Result<std::unique_ptr<Authenticator>>;

bool usesParent(const NamedTemplates &pairs)
{
    for (const auto &[name, text] : pairs) {
        if (text.uses(Root::Parent))
            return true;
    }
    return false;
}

bool usesParent(const RequestSpec &spec)
{
    return (spec.path && spec.path->uses(Root::Parent)) || (spec.url && spec.url->uses(Root::Parent)) || usesParent(spec.query)
        || usesParent(spec.headers) || usesParent(spec.form) || (spec.body && spec.body->uses(Root::Parent));
}

// What differs between two parents: the rendered values of a sign-in that looks at them. Only its digest is kept.
Result<std::string> keyOf(const Manifest &manifest, const AuthSpec &spec, const Scope &scope)
{
    std::string key;
    for (const auto *text : {&spec.user, &spec.password, &spec.bearer, &spec.tokenUrl, &spec.clientId, &spec.clientSecret, &spec.oauthScope,
             &spec.key, &spec.keyId, &spec.integrationKey, &spec.secretKey}) {
        if (!text->uses(Root::Parent))
            continue;
        const auto value = render(*text, scope);
        if (!value)
            return value.error();
        key += *value + '\n';
    }
    for (const auto *pairs : {&spec.headers, &spec.parameters, &spec.use}) {
        if (!usesParent(*pairs))
            continue;
        const auto values = render(*pairs, scope);
        if (!values)
            return values.error();
        key += formEncoded(*values) + '\n';
    }
    if (spec.claims && spec.claims->uses(Root::Parent)) {
        const auto claims = render(*spec.claims, scope);
        if (!claims)
            return claims.error();
        key += *claims;
    }
    if (spec.request && usesParent(*spec.request)) {
        const auto request = earlyOutgoing(manifest, *spec.request, scope);
        if (!request)
            return request.error();
        key += request->url + '\n' + request->body;
        for (const auto &[name, value] : request->headers)
            key += '\n' + name + ':' + value;
    }
    return key.empty() ? key : sha256Bytes(key);
}

Made basicOf(const AuthSpec &spec, const Scope &scope, Redactor &redactor)
{
    const auto user = render(spec.user, scope);
    if (!user)
        return user.error();
    const auto password = render(spec.password, scope);
    if (!password)
        return password.error();
    redactor.add(Secret(*user + ':' + *password)); // as base64 it stands in the header
    return Made(std::make_unique<FixedAuth>(FixedAuth::basic(*user, *password)));
}

Made fixedOf(const AuthSpec &spec, const Scope &scope)
{
    if (spec.scheme == AuthScheme::Bearer) {
        const auto token = render(spec.bearer, scope);
        return token ? Made(std::make_unique<FixedAuth>(FixedAuth::bearer(*token))) : Made(token.error());
    }
    const bool isHeaders = spec.scheme == AuthScheme::Headers;
    auto pairs = render(isHeaders ? spec.headers : spec.parameters, scope);
    if (!pairs)
        return pairs.error();
    return isHeaders ? Made(std::make_unique<FixedAuth>(std::move(*pairs)))
                     : Made(std::make_unique<FixedAuth>(Headers{}, std::move(*pairs)));
}

Made duoOf(const AuthSpec &spec, const Scope &scope, const Clock &clock)
{
    auto id = render(spec.integrationKey, scope);
    auto secret = render(spec.secretKey, scope);
    if (!id || !secret)
        return id ? secret.error() : id.error();
    return Made(std::make_unique<DuoHmac>(std::move(*id), Secret(std::move(*secret)), clock));
}

std::unique_ptr<TokenSource> sourceOf(const AuthSpec &spec, const Scope &scope, const SignInContext &context)
{
    if (spec.scheme == AuthScheme::TokenRequest || spec.scheme == AuthScheme::SessionToken)
        return std::make_unique<RequestedToken>(spec, scope, context);
    if (spec.scheme == AuthScheme::OAuth2AuthorizationCode || spec.scheme == AuthScheme::OAuth2RefreshToken)
        return std::make_unique<RefreshedToken>(spec, scope, context);
    return std::make_unique<OAuthGrant>(spec, scope, context);
}

} // namespace

AuthRoom::AuthRoom(SignInContext context)
    : m_context(std::move(context))
{
}

Result<Authenticator *> AuthRoom::find(const AuthSpec *spec, const Scope &scope)
{
    if (spec == nullptr)
        return nullptr;
    Scope lasting = scope; // a record lives only for its page
    lasting.record = {};
    lasting.outer = nullptr;
    lasting.index = -1;
    lasting.page = {};
    lasting.key = {};
    auto key = keyOf(m_context.manifest, *spec, lasting);
    if (!key)
        return key.error();
    auto &known = m_known[{spec, std::move(*key)}];
    if (!known) {
        auto made = make(*spec, lasting);
        if (!made)
            return made.error();
        known = std::move(*made);
    }
    return known.get();
}

Made AuthRoom::make(const AuthSpec &spec, const Scope &scope)
{
    switch (spec.scheme) {
    case AuthScheme::Basic:
        return basicOf(spec, scope, m_context.redactor);
    case AuthScheme::Bearer:
    case AuthScheme::Headers:
    case AuthScheme::Query:
        return fixedOf(spec, scope);
    case AuthScheme::DuoHmac:
        return duoOf(spec, scope, m_context.clock);
    case AuthScheme::SessionToken:
        return Made(std::make_unique<SessionToken>(spec, sourceOf(spec, scope, m_context), m_context));
    case AuthScheme::OAuth2ClientCredentials:
    case AuthScheme::OAuth2Password:
    case AuthScheme::OAuth2AuthorizationCode:
    case AuthScheme::OAuth2RefreshToken:
    case AuthScheme::JwtBearer:
    case AuthScheme::TokenRequest:
        break;
    }
    auto use = [&spec, scope, &redactor = m_context.redactor](const Secret &token) {
        redactor.add(token);
        Scope carrying = scope;
        carrying.token = token.reveal();
        return render(spec.use, carrying);
    };
    return Made(std::make_unique<TokenAuth>(sourceOf(spec, scope, m_context), std::move(use), m_context.clock));
}

const AuthSpec *chosen(const Manifest &manifest, const AuthChoice &choice)
{
    switch (choice.kind) {
    case AuthChoice::Kind::None:
        return nullptr;
    case AuthChoice::Kind::Own:
        return &choice.own;
    case AuthChoice::Kind::Inherited:
        break;
    }
    return manifest.auth ? &*manifest.auth : nullptr;
}

} // namespace br::rest
