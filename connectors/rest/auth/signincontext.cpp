#include "connectors/rest/auth/signincontext.h"

#include "connectors/rest/auth/oauthwords.h"
#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/outgoing.h"
#include "connectors/rest/run/said.h"
#include "connectors/rest/value/reading.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

OAuthFields fieldsOf(const Manifest &manifest, const AuthSpec &spec)
{
    OAuthFields fields{labelOf(manifest, spec.clientId), labelOf(manifest, spec.clientSecret), labelOf(manifest, spec.user),
        labelOf(manifest, spec.password), spec.scheme == AuthScheme::OAuth2AuthorizationCode, {}};
    const auto &secrets = manifest.info.secrets;
    if (const auto entered = std::ranges::find(secrets, spec.refreshSecret, &SecretField::id); entered != secrets.end())
        fields.refreshToken = entered->label;
    const bool isOwnRequest = spec.scheme == AuthScheme::TokenRequest || spec.scheme == AuthScheme::SessionToken;
    if (isOwnRequest && !manifest.info.secrets.empty())
        fields.clientSecret = manifest.info.secrets.front().label;
    return fields;
}

std::string codeIn(const JsonValue &root)
{
    for (const auto *name : {"error", "errorCode", "code"}) {
        const auto value = root.member(name);
        if (value.type() == JsonType::Text)
            return std::string(value.text());
    }
    return {};
}

} // namespace

Result<SignInAnswer> sendSignIn(const SignInContext &context, const AuthSpec &spec, const HttpRequest &request)
{
    auto response = context.send(request);
    if (!response)
        return response.error();
    const bool isInHeader = spec.token.root == Root::Header;
    auto tree = trimmed(response->body).empty() ? Result<JsonTree>(JsonTree()) : readJson(response->body);
    if (!tree && isInHeader)
        tree = JsonTree();
    const auto root = tree ? tree->root() : JsonValue();
    const auto *rule = response->status < 300 ? errorIn(context.manifest, root) : nullptr;
    if (response->status >= 200 && response->status < 300 && rule == nullptr) {
        if (!tree)
            return Error{Errc::Denied,
                words("rest", "%1 answered the sign-in with something that is not JSON: %2", {named(request), tree.error().message})};
        return SignInAnswer{std::move(*response), std::move(*tree)};
    }
    const auto message = context.redactor.quoted(messageIn(context.manifest, root));
    return oauthError(
        {response->status, context.redactor.quoted(codeIn(root)), message}, fieldsOf(context.manifest, spec), hostOf(request.url));
}

std::string labelOf(const Manifest &manifest, const Template &text)
{
    for (const auto &part : text.parts) {
        if (!part.hasPath)
            continue;
        for (const auto &field : manifest.info.settings) {
            if (part.path.root == Root::Settings && field.id == part.path.firstName())
                return field.label;
        }
        for (const auto &field : manifest.info.secrets) {
            if (part.path.root == Root::Secrets && field.id == part.path.firstName())
                return field.label;
        }
    }
    return {};
}

} // namespace br::rest
