#include "connectors/rest/auth/pkce.h"

#include "connectors/rest/auth/signing.h"

namespace br::rest {

Pkce Pkce::fresh() { return {randomText(32), randomText(24)}; }

std::string Pkce::challenge() const { return base64Url(sha256Bytes(verifier)); }

std::string authorizeUrl(const AuthorizePage &page, const Pkce &pkce)
{
    Parameters parameters{{"response_type", "code"}, {"client_id", page.clientId}, {"redirect_uri", page.redirect}};
    if (!page.scope.empty())
        parameters.emplace_back("scope", page.scope);
    parameters.insert(parameters.end(), page.further.begin(), page.further.end());
    parameters.emplace_back("state", pkce.state);
    parameters.emplace_back("code_challenge", pkce.challenge());
    parameters.emplace_back("code_challenge_method", "S256");
    return withQuery(page.url, parameters);
}

} // namespace br::rest
