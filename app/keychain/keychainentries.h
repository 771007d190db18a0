// KeychainEntries: one entry at a time of the operating system's keychain, as it is, with the answers as it gives them.
//
// The codes are those of QtKeychain (https://github.com/frankosterfeld/qtkeychain, keychain.h); what they mean is decided in
// keychainsecretstore. Blocking. Thread rule: any thread, one call at a time each.
#pragma once

#include "core/base/result.h"
#include "core/connect/secret.h"

#include <memory>
#include <string>

namespace br {

struct KeychainAnswer {
    int code = 0;        // QKeychain::Error: 0 done, 1 not found, 2 not deleted, 3 denied by user, 4 denied, 5 no backend, 7 other
    std::string message; // of the system, in its own words
    Secret text;         // what was read
};

class KeychainEntries {
public:
    virtual ~KeychainEntries() = default;
    virtual KeychainAnswer read(const std::string &key) = 0;
    virtual KeychainAnswer write(const std::string &key, const Secret &text) = 0;
    virtual KeychainAnswer remove(const std::string &key) = 0;
    // What the entries' own codes cannot tell: Locked, Unreachable (no such service). A locked collection of the Secret Service
    // answers "not found" to a read, and "done" to a removal that removes nothing.
    virtual Status probe() = 0;
    virtual std::string where() const = 0; // for sentences
};

// Of this system: libsecret or KWallet, Windows' credential manager, Apple's keychain. Never an insecure fallback.
std::unique_ptr<KeychainEntries> systemKeychainEntries();

} // namespace br
