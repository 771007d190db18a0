// SystemSecrets: the operating system's keychain. It is touched only when a secret is asked for. Thread rule: any thread.
#pragma once

#include "core/connect/secretstore.h"

#include <memory>

namespace br {

std::unique_ptr<SecretStore> systemKeychain();

} // namespace br
