#include "connectors/rest/auth/fixedauth.h"

#include "connectors/rest/outgoing.h"
#include "core/base/text.h"

namespace br::rest {

FixedAuth::FixedAuth(Headers headers, Parameters query)
    : m_headers(std::move(headers))
    , m_query(std::move(query))
{
}

Headers FixedAuth::basic(std::string_view user, std::string_view password)
{
    return {{"Authorization", "Basic " + base64(std::string(user) + ':' + std::string(password))}};
}

Headers FixedAuth::bearer(std::string_view token) { return {{"Authorization", "Bearer " + std::string(token)}}; }

Result<int> FixedAuth::prepare(HttpRequest &request)
{
    for (const auto &[name, value] : m_headers)
        setHeader(request.headers, name, value);
    for (const auto &[name, value] : m_query)
        setQueryParameter(request, name, value); // a next page's address may hold it already
    return 0;
}

void setHeader(Headers &headers, std::string_view name, std::string_view value)
{
    for (auto &[known, text] : headers) {
        if (folded(known) == folded(name)) {
            text = value;
            return;
        }
    }
    headers.emplace_back(name, value);
}

} // namespace br::rest
