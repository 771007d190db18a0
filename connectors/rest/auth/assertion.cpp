#include "connectors/rest/auth/assertion.h"

#include "connectors/rest/auth/encoding.h"
#include "connectors/rest/auth/signing.h"
#include "connectors/rest/auth/token.h"
#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/value/rendering.h"

namespace br::rest {

namespace {

void put(std::string &object, std::string_view name, const std::string &json)
{
    if (object.size() > 1)
        object += ',';
    appendJsonText(object, name);
    object += ':' + json;
}

std::string quoted(std::string_view text)
{
    std::string json;
    appendJsonText(json, text);
    return json;
}

Result<std::string> claimsOf(const AuthSpec &spec, const Scope &scope, const Clock &clock)
{
    auto rendered = spec.claims ? render(*spec.claims, scope) : Result<std::string>("{}");
    if (!rendered)
        return rendered.error();
    const auto tree = readJson(*rendered);
    if (!tree)
        return tree.error();
    const auto audience = render(spec.tokenUrl, scope);
    if (!audience)
        return audience.error();
    const auto now = epochMilliseconds(clock) / 1000;
    std::string claims = "{";
    for (const auto claim : tree->root())
        put(claims, claim.key(), claim.json());
    const auto otherwise = [&](std::string_view name, const std::string &json) {
        if (tree->root().member(name).isAbsent())
            put(claims, name, json);
    };
    otherwise("aud", quoted(*audience));
    otherwise("iat", std::to_string(now));
    otherwise("exp", std::to_string(now + 3600));
    return claims + '}';
}

} // namespace

Result<std::string> signedAssertion(const AuthSpec &spec, const Scope &scope, const Clock &clock)
{
    const auto claims = claimsOf(spec, scope, clock);
    if (!claims)
        return claims.error();
    auto pem = render(spec.key, scope);
    if (!pem)
        return pem.error();
    std::string header = "{";
    put(header, "alg", quoted("RS256"));
    put(header, "typ", quoted("JWT"));
    if (!spec.keyId.isEmpty()) {
        const auto id = render(spec.keyId, scope);
        if (!id)
            return id.error();
        put(header, "kid", quoted(*id));
    }
    const auto text = base64Url(header + '}') + '.' + base64Url(*claims);
    const auto signature = signedRs256(Secret(std::move(*pem)), text);
    if (!signature)
        return signature.error();
    return text + '.' + base64Url(*signature);
}

} // namespace br::rest
