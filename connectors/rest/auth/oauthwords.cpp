#include "connectors/rest/auth/oauthwords.h"

#include "core/base/text.h"

#include <vector>

namespace br::rest {

namespace {

bool holds(const std::string &text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string labelled(const std::string &label, const std::string &otherwise) { return label.empty() ? otherwise : "\"" + label + "\""; }

std::string pairOf(const std::string &first, const std::string &second) { return words("rest", "%1 or %2", {first, second}); }

std::string whatToDo(const OAuthRefusal &refusal, const OAuthFields &fields)
{
    const auto id = labelled(fields.clientId, words("rest", "the client id"));
    const auto secret = labelled(fields.clientSecret, words("rest", "the client secret"));
    const auto &code = refusal.code;
    const auto &message = refusal.message;
    if (holds(code, "invalid_client_secret") || holds(message, "AADSTS7000215"))
        return words("rest", "%1 is wrong", {secret});
    if (holds(message, "AADSTS7000222"))
        return words("rest", "%1 has expired: create a new one", {secret});
    if (holds(code, "invalid_client_id") || holds(message, "AADSTS700016"))
        return words("rest", "%1 is not known there", {id});
    if (holds(message, "AADSTS90002"))
        return words("rest", "the tenant is not known there: correct its id or domain");
    if (holds(code, "invalid_grant") && fields.isBrowser)
        return words("rest", "the sign-in has ended: sign in again in the browser");
    if (holds(code, "invalid_grant") && !fields.refreshToken.empty())
        return words("rest", "\"%1\" is no longer accepted: create a new one there and enter it", {fields.refreshToken});
    if (holds(code, "invalid_grant") && !fields.userName.empty())
        return words(
            "rest", "%1 is wrong", {pairOf("\"" + fields.userName + "\"", labelled(fields.password, words("rest", "the password")))});
    if (holds(code, "invalid_grant"))
        return words("rest", "the key or account that it was signed with is not accepted");
    if (holds(code, "invalid_scope"))
        return words("rest", "the permissions that are asked for are not granted to %1", {id});
    if (holds(code, "unauthorized_client") || holds(code, "unsupported_grant_type"))
        return words("rest", "%1 may not sign in this way: allow this grant type where the key was created", {id});
    if (holds(code, "invalid_client") || holds(code, "access_denied") || refusal.status == 401 || refusal.status == 403)
        return words("rest", "%1 is wrong", {pairOf(id, secret)});
    return {};
}

} // namespace

Error oauthError(const OAuthRefusal &refusal, const OAuthFields &fields, std::string_view host)
{
    const auto todo = whatToDo(refusal, fields);
    const bool isOurs = !todo.empty() || (refusal.status < 500 && refusal.status != 429);
    auto sentence = words("rest", "%1 refused the sign-in", {std::string(host)});
    if (!isOurs)
        sentence = words("rest", "%1 cannot sign in anyone at the moment (status %2); try again later",
            {std::string(host), std::to_string(refusal.status)});
    else if (!todo.empty())
        sentence += ": " + todo;
    std::vector<std::string> said;
    if (!refusal.code.empty())
        said.push_back(refusal.code);
    if (!refusal.message.empty() && refusal.message != refusal.code)
        said.push_back(refusal.message);
    if (!said.empty())
        sentence += ". " + words("rest", "It said: %1", {shortened(joined(said, ": "), 200)});
    return {isOurs ? Errc::Denied : Errc::Unreachable, sentence};
}

} // namespace br::rest
