#include "connectors/rest/manifest/requestreader.h"

#include "core/base/text.h"

#include <array>

namespace br::rest {

namespace {

struct NamedScheme {
    std::string_view name;
    AuthScheme scheme;
};

constexpr std::array<NamedScheme, 12> schemes = {{{"basic", AuthScheme::Basic}, {"bearer", AuthScheme::Bearer},
    {"headers", AuthScheme::Headers}, {"query", AuthScheme::Query}, {"oauth2_client_credentials", AuthScheme::OAuth2ClientCredentials},
    {"oauth2_password", AuthScheme::OAuth2Password}, {"oauth2_authorization_code", AuthScheme::OAuth2AuthorizationCode},
    {"oauth2_refresh_token", AuthScheme::OAuth2RefreshToken}, {"jwt_bearer", AuthScheme::JwtBearer},
    {"token_request", AuthScheme::TokenRequest}, {"session_token", AuthScheme::SessionToken}, {"duo_hmac", AuthScheme::DuoHmac}}};

bool hasToken(AuthScheme scheme)
{
    return scheme != AuthScheme::Basic && scheme != AuthScheme::Bearer && scheme != AuthScheme::Headers && scheme != AuthScheme::Query
        && scheme != AuthScheme::DuoHmac;
}

Path knownPath(std::string_view text) { return std::move(*Path::parse(text)); }

void readToken(AuthSpec &auth, const Spot &spot, const Place &outside, PartReader &parts)
{
    const auto place = outside.withHeaders();
    const auto token = spot.member("token");
    auth.token = token.isThere() ? parts.path(token, place) : knownPath("access_token");
    auth.expiresIn = parts.optionalPath(spot.member("expires_in"), place);
    auth.expiresAt = parts.optionalPath(spot.member("expires_at"), place);
    if (!auth.expiresIn && !auth.expiresAt)
        auth.expiresIn = knownPath("expires_in");
    auth.refreshToken = parts.optionalPath(spot.member("refresh_token"), place);
    auth.renewFrom = parts.optionalPath(spot.member("renew_from"), outside);
    if (auth.scheme == AuthScheme::SessionToken)
        return;
    auth.use = parts.templates(spot.member("use"), outside);
    if (auth.use.empty())
        auth.use.emplace_back("Authorization", std::move(*Template::parse("Bearer {$token}")));
}

void readRequests(AuthSpec &auth, const Spot &spot, const Place &place, PartReader &parts)
{
    for (const auto *name : {"request", "login"}) {
        if (const auto request = spot.member(name); request.isThere())
            auth.request = readRequest(request, place, parts);
    }
    if (const auto refresh = spot.member("refresh"); refresh.isThere()) {
        auth.refreshRequest = readRequest(refresh, place, parts);
        if (!spot.member("refresh_token").isThere())
            parts.marks().error(refresh, words("manifest", "\"refresh\" needs \"refresh_token\": the path of $refresh in the answer"));
    }
}

} // namespace

RequestSpec readRequest(const Spot &spot, const Place &place, PartReader &parts)
{
    RequestSpec made;
    const auto secret = place.withSecrets();
    if (const auto method = spot.member("method").text(); !method.empty())
        made.method = method;
    if (const auto path = spot.member("path"); path.isThere()) {
        made.path = parts.text(path, place.ofAddress());
        const auto &written = made.path->written;
        if (!written.empty() && written.find_first_of("/?{") != 0)
            parts.marks().error(path, words("manifest", "a path begins with /; it is put behind \"base\""));
    }
    if (const auto url = spot.member("url"); url.isThere())
        made.url = parts.address(url, place);
    made.query = parts.templates(spot.member("query"), secret);
    made.headers = parts.templates(spot.member("headers"), secret);
    if (const auto body = spot.member("body"); body.isThere())
        made.body = parts.body(body, secret);
    made.form = parts.templates(spot.member("form"), secret);
    made.repeatable = made.method == "GET" || spot.member("repeatable").value.type() == JsonType::True;
    return made;
}

AuthSpec readAuth(const Spot &spot, const Place &outside, PartReader &parts)
{
    AuthSpec auth;
    auto place = outside.withSecrets();
    place.token = true;
    for (const auto &[name, scheme] : schemes) {
        if (spot.member("scheme").text() == name)
            auth.scheme = scheme;
    }
    const auto text = [&](const char *name) {
        const auto member = spot.member(name);
        return member.isThere() ? parts.text(member, place) : Template();
    };
    auth.user = auth.scheme == AuthScheme::OAuth2Password ? text("username") : text("user");
    auth.password = text("password");
    if (auth.scheme == AuthScheme::Bearer)
        auth.bearer = text("token");
    auth.headers = parts.templates(spot.member("headers"), place);
    auth.parameters = parts.templates(spot.member("parameters"), place);
    if (const auto url = spot.member("token_url"); url.isThere())
        auth.tokenUrl = parts.address(url, place);
    if (const auto url = spot.member("authorize_url"); url.isThere())
        auth.authorizeUrl = parts.address(url, place);
    auth.clientId = text("client_id");
    auth.clientSecret = text("client_secret");
    auth.oauthScope = text("scope");
    auth.sendJson = spot.member("send_as").text() == "json";
    auth.clientInBasic = spot.member("client_in").text() == "basic";
    auth.key = text("key");
    auth.keyId = text("key_id");
    if (const auto claims = spot.member("claims"); claims.isThere())
        auth.claims = parts.body(claims, place);
    auth.integrationKey = text("integration_key");
    auth.secretKey = text("secret_key");
    if (const auto secret = spot.member("refresh_secret"); secret.isThere())
        auth.refreshSecret = parts.secret(secret);
    auth.sendIn = spot.member("send_in").text();
    readRequests(auth, spot, place, parts);
    if (hasToken(auth.scheme))
        readToken(auth, spot, place, parts);
    return auth;
}

AuthChoice readAuthChoice(const Spot &spot, const Place &place, PartReader &parts)
{
    AuthChoice choice;
    if (!spot.isThere())
        return choice;
    choice.kind = spot.value.isObject() ? AuthChoice::Kind::Own : AuthChoice::Kind::None;
    if (spot.value.isObject())
        choice.own = readAuth(spot, place, parts);
    return choice;
}

} // namespace br::rest
