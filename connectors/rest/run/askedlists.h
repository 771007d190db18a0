// AskedLists: which lists of one stream were asked for already, so that two parents with one id do not double everything.
//
// Two lists are the same where the same request, signed in alike, is made for parents that do not differ in what chooses and
// identifies the records ($parent in the conditions and the ids of the emits). Thread rule: one thread.
#pragma once

#include "connectors/rest/http/httpclient.h"
#include "connectors/rest/manifest/stream.h"
#include "connectors/rest/value/scope.h"

#include <set>
#include <string>
#include <vector>

namespace br::rest {

class AskedLists final {
public:
    explicit AskedLists(const StreamSpec &stream);
    // False: it was asked for before. `signIn` tells sign-ins apart; `scope` holds the parent.
    bool insert(const HttpRequest &request, const void *signIn, const Scope &scope);
    int64_t again() const { return m_again; }

private:
    std::vector<const Path *> m_paths; // of the parent
    std::set<std::string> m_asked;     // digests
    int64_t m_again = 0;
};

} // namespace br::rest
