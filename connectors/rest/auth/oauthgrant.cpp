#include "connectors/rest/auth/oauthgrant.h"

#include "connectors/rest/auth/assertion.h"
#include "connectors/rest/auth/fixedauth.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/run/said.h"
#include "connectors/rest/value/reading.h"
#include "connectors/rest/value/rendering.h"
#include "core/base/jsonwriter.h"
#include "core/base/text.h"

#include <QDateTime>

#include <charconv>

namespace br::rest {

namespace {

std::string asJson(const Parameters &parameters)
{
    std::string text;
    JsonWriter writer([&text](std::string_view part) {
        text += part;
        return true;
    });
    writer.beginObject();
    for (const auto &[name, value] : parameters)
        writer.key(name).text(value);
    writer.endObject().finish();
    return text;
}

std::optional<int64_t> wholeNumber(std::string_view text)
{
    int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc{} || (end != text.data() + text.size() && *end != '.'))
        return {};
    return number;
}

// Seconds or milliseconds since 1970, by its size, or a date with or without a zone (then UTC).
std::optional<int64_t> momentOf(const std::string &text)
{
    constexpr int64_t secondsEnd = 100'000'000'000;
    if (const auto number = wholeNumber(text); number && text.find('-') == std::string::npos)
        return *number < secondsEnd ? *number * 1000 : *number;
    auto moment = QDateTime::fromString(toQString(text), Qt::ISODateWithMs);
    if (!moment.isValid())
        return {};
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toMSecsSinceEpoch();
}

std::optional<int64_t> lifetimeIn(const AuthSpec &spec, const Scope &answer, const Clock &clock)
{
    constexpr int64_t longest = 365LL * 86400; // seconds; also keeps the product in range
    if (spec.expiresIn) {
        const auto seconds = wholeNumber(textAt(*spec.expiresIn, answer).value_or(std::string()));
        if (seconds && *seconds >= 0)
            return std::min(*seconds, longest) * 1000;
    }
    if (spec.expiresAt) {
        if (const auto moment = momentOf(textAt(*spec.expiresAt, answer).value_or(std::string())))
            return std::max<int64_t>(0, *moment - epochMilliseconds(clock));
    }
    return {};
}

} // namespace

OAuthGrant::OAuthGrant(const AuthSpec &spec, const Scope &scope, const SignInContext &context)
    : m_spec(spec)
    , m_scope(scope)
    , m_context(context)
{
}

Result<Parameters> OAuthGrant::parameters() const
{
    if (m_spec.scheme == AuthScheme::JwtBearer) {
        const auto assertion = signedAssertion(m_spec, m_scope, m_context.clock);
        if (!assertion)
            return assertion.error();
        return Parameters{{"grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"}, {"assertion", *assertion}};
    }
    if (m_spec.scheme == AuthScheme::OAuth2ClientCredentials)
        return Parameters{{"grant_type", "client_credentials"}};
    const auto user = render(m_spec.user, m_scope);
    if (!user)
        return user.error();
    const auto password = render(m_spec.password, m_scope);
    if (!password)
        return password.error();
    return Parameters{{"grant_type", "password"}, {"username", *user}, {"password", *password}};
}

Result<Token> OAuthGrant::signIn()
{
    auto pairs = parameters();
    if (!pairs)
        return pairs.error();
    const auto request = grantRequest(m_spec, m_scope, std::move(*pairs));
    if (!request)
        return request.error();
    const auto answer = sendSignIn(m_context, m_spec, *request);
    if (!answer)
        return answer.error();
    return tokenIn(m_spec, *answer, m_context.clock);
}

Result<HttpRequest> grantRequest(const AuthSpec &spec, const Scope &scope, Parameters parameters)
{
    HttpRequest request;
    request.method = "POST";
    request.headers = {{"Accept", "application/json"}};
    request.repeatable = true;
    auto url = render(spec.tokenUrl, scope);
    if (!url)
        return url.error();
    request.url = std::move(*url);
    std::string id;
    std::string secret;
    for (const auto &[part, text] : {std::pair{&id, &spec.clientId}, std::pair{&secret, &spec.clientSecret}}) {
        auto value = text->isEmpty() ? Result<std::optional<std::string>>(std::nullopt) : renderOptional(*text, scope);
        if (!value)
            return value.error();
        *part = value->value_or(std::string());
    }
    if (spec.clientInBasic) {
        request.headers.push_back(FixedAuth::basic(id, secret).front());
    } else {
        if (!id.empty())
            parameters.emplace_back("client_id", id);
        if (!secret.empty())
            parameters.emplace_back("client_secret", secret);
    }
    const auto grantsScope
        = spec.oauthScope.isEmpty() ? Result<std::optional<std::string>>(std::nullopt) : renderOptional(spec.oauthScope, scope);
    if (!grantsScope)
        return grantsScope.error();
    if (*grantsScope)
        parameters.emplace_back("scope", **grantsScope);
    if (spec.scheme != AuthScheme::OAuth2AuthorizationCode) { // there they belong to the browser's page
        const auto further = render(spec.parameters, scope);
        if (!further)
            return further.error();
        parameters.insert(parameters.end(), further->begin(), further->end());
    }
    const auto headers = render(spec.headers, scope);
    if (!headers)
        return headers.error();
    for (const auto &[name, value] : *headers)
        setHeader(request.headers, name, value);
    setHeader(request.headers, "Content-Type", spec.sendJson ? "application/json" : "application/x-www-form-urlencoded");
    request.body = spec.sendJson ? asJson(parameters) : formEncoded(parameters);
    return request;
}

Result<Token> tokenIn(const AuthSpec &spec, const SignInAnswer &answer, const Clock &clock)
{
    Scope scope;
    scope.record = answer.tree.root();
    scope.page = answer.tree.root();
    scope.headers = &answer.response.headers;
    auto value = textAt(spec.token, scope);
    if (!value || value->empty())
        return Error{Errc::Denied,
            words("rest", "%1 signed in without giving a token: there is no \"%2\" in its answer",
                {hostOf(answer.response.url), spec.token.written})};
    Token token{Secret(std::move(*value)), {}, lifetimeIn(spec, scope, clock)};
    const auto refresh = spec.refreshToken ? textAt(*spec.refreshToken, scope) : textAt(Path::parse("refresh_token").value(), scope);
    if (refresh)
        token.refresh = Secret(*refresh);
    return token;
}

} // namespace br::rest
