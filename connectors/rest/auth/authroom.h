// AuthRoom: the authenticators of one sync: made when first needed, one for each sign-in that differs.
//
// A sign-in that takes values from the parent record (a tenant's own token address) is made for each of them. Errors:
// InvalidInput where a value of the sign-in is absent. Thread rule: one thread.
#pragma once

#include "connectors/rest/auth/signincontext.h"

#include <map>
#include <memory>

namespace br::rest {

class AuthRoom final {
public:
    explicit AuthRoom(SignInContext context);

    // Null: without signing in. The scope's parents and maps live as long as the room.
    Result<Authenticator *> find(const AuthSpec *spec, const Scope &scope);
    const SignInContext &context() const { return m_context; }

private:
    Result<std::unique_ptr<Authenticator>> make(const AuthSpec &spec, const Scope &scope);

    SignInContext m_context;
    std::map<std::pair<const AuthSpec *, std::string>, std::unique_ptr<Authenticator>> m_known;
};

// The sign-in of a stream or a discovery step; null: none.
const AuthSpec *chosen(const Manifest &manifest, const AuthChoice &choice);

} // namespace br::rest
