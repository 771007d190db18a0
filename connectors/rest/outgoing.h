// Outgoing: the HTTP request that a manifest's RequestSpec means in a scope.
//
// Default headers of the manifest, then of the stream, then of the request itself; the later one wins. The result may hold
// secrets: it goes to the HttpClient and nowhere else. Errors: InvalidInput that names the absent value.
// Thread rule: pure functions.
#pragma once

#include "connectors/rest/auth/encoding.h"
#include "connectors/rest/http/httpclient.h"
#include "connectors/rest/json/jsontree.h"
#include "connectors/rest/manifest/manifest.h"
#include "connectors/rest/value/scope.h"

namespace br::rest {

// Stream: `headers` is of the stream.
Result<HttpRequest> outgoing(const Manifest &manifest, const RequestSpec &spec, const Scope &scope, const NamedTemplates &headers = {});
// The same before all discovery answers are there: the manifest's headers and parameters that need one are left out.
Result<HttpRequest> earlyOutgoing(const Manifest &manifest, const RequestSpec &spec, const Scope &scope);

// Sets one parameter of the address; there is one of that name afterwards.
void setQueryParameter(HttpRequest &request, std::string_view name, std::string_view value);

struct BodyParameter {
    std::string text; // in a form
    std::string json; // in a JSON body, where a number stays a number

    static BodyParameter ofText(std::string text);
    static BodyParameter ofNumber(int64_t number);
    static BodyParameter of(const JsonValue &value);
};
// Sets one parameter of the body: a field of a form, or a member by its path ("params.page") of a JSON body. InvalidInput
// where the body is neither.
Status setBodyParameter(HttpRequest &request, std::string_view path, const BodyParameter &value);

// "GET api.example.com/v1/devices", for sentences: without what stands behind the question mark.
std::string named(const HttpRequest &request);
std::string hostOf(std::string_view url);

} // namespace br::rest
