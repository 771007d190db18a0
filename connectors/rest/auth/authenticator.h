// Authenticator: what a sign-in scheme adds to each request; one small class a scheme.
//
// prepare() may sign in first (it sends requests through the function it was given); what it added is remembered as a
// `generation`, so that several requests that were refused together sign in anew only once. Errors: Denied with the field
// that is likely wrong, never with a secret; whatever sending gives. Thread rule: one object, one thread.
#pragma once

#include "connectors/rest/http/httpclient.h"
#include "connectors/rest/json/jsontree.h"
#include "core/base/result.h"

#include <functional>

namespace br::rest {

using Send = std::function<Result<HttpResponse>(const HttpRequest &)>;

class Authenticator {
public:
    virtual ~Authenticator() = default;
    // Adds the proof; the answer is its generation.
    virtual Result<int> prepare(HttpRequest &request) = 0;
    // Every answer to a prepared request is shown: some vendors replace the token with each.
    virtual void onAnswer(const JsonValue & /*root*/) { }
    // A request prepared in that generation was refused: true when asking once more can help (the caller asks once, no more).
    virtual bool onUnauthorized(int /*generation*/) { return false; }
    // The next request may only be prepared when this one was answered.
    virtual bool isOneByOne() const { return false; }
};

} // namespace br::rest
