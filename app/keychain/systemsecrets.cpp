#include "app/keychain/systemsecrets.h"

#include "app/keychain/keychainsecretstore.h"

namespace br {

std::unique_ptr<SecretStore> systemKeychain() { return std::make_unique<KeychainSecretStore>(systemKeychainEntries()); }

} // namespace br
