// SystemSecrets: where this program finds secrets: environment variables first, then the operating system's keychain.
//
// The keychain is touched only when a secret is asked for. Thread rule: any thread.
#pragma once

#include "core/connect/secretstore.h"

#include <memory>

namespace br {

std::unique_ptr<SecretStore> systemKeychain();
// `keychain` is not owned and may be null.
std::unique_ptr<SecretStore> environmentBefore(SecretStore *keychain);

} // namespace br
