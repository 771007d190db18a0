// The part "keychain" of the command line.
#include "app/keychain/systemsecrets.h"
#include "app/parts/parts.h"

namespace br {

class Keychain final : public QObject, public KeychainPart {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID BrKeychainPartId)
    Q_INTERFACES(br::KeychainPart)

public:
    std::unique_ptr<SecretStore> keychain() const override { return systemKeychain(); }
};

} // namespace br

#include "part.moc"
