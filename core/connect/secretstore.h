// SecretStore: the operating system's keychain, seen from our side: one entry for each workspace, source and field.
//
// Errors: NotFound (no entry), Locked (unlock it first), Denied (the person or the system said no), Unreachable (this system
// runs no keychain: there is no insecure fallback), InvalidInput (too long for the keychain), Io (it failed).
// "Not found" is never said of a locked keychain. Blocking. Thread rule: any thread; implementations hand over by themselves.
#pragma once

#include "core/base/id.h"
#include "core/connect/secret.h"

#include <string>

namespace br {

struct SecretKey {
    std::string workspace; // its uuid
    SourceName source;
    std::string field; // the manifest's id of it
    bool operator==(const SecretKey &) const = default;
};

class SecretStore {
public:
    virtual ~SecretStore() = default;
    virtual Result<Secret> read(const SecretKey &key) = 0;
    virtual Status write(const SecretKey &key, const Secret &secret) = 0;
    virtual Status remove(const SecretKey &key) = 0; // done also where there was none; never claims what did not happen
    virtual Status probe() = 0;                      // can it be used now? Locked, Unreachable …
    virtual std::string where() const = 0;           // "the desktop's keychain", for sentences
};

} // namespace br
