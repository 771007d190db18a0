#include "app/keychain/systemsecrets.h"

#include "app/keychain/environmentsecrets.h"
#include "app/keychain/keychainsecretstore.h"

namespace br {

std::unique_ptr<SecretStore> systemKeychain() { return std::make_unique<KeychainSecretStore>(systemKeychainEntries()); }

std::unique_ptr<SecretStore> environmentBefore(SecretStore *keychain) { return std::make_unique<EnvironmentSecrets>(keychain); }

} // namespace br
