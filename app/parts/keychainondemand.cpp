#include "app/parts/keychainondemand.h"

#include "app/parts/parts.h"
#include "core/base/text.h"

namespace br {

Result<SecretStore *> KeychainOnDemand::keychain() const
{
    const std::lock_guard guard(m_mutex);
    if (!m_keychain) {
        const auto part = loadPart<KeychainPart>(QStringLiteral("keychain"));
        if (!part)
            return part.error();
        m_keychain = (*part)->keychain();
    }
    return m_keychain.get();
}

Result<Secret> KeychainOnDemand::read(const SecretKey &key)
{
    const auto found = keychain();
    return found ? (*found)->read(key) : Result<Secret>(found.error());
}

Status KeychainOnDemand::write(const SecretKey &key, const Secret &secret)
{
    const auto found = keychain();
    return found ? (*found)->write(key, secret) : Status(found.error());
}

Status KeychainOnDemand::remove(const SecretKey &key)
{
    const auto found = keychain();
    return found ? (*found)->remove(key) : Status(found.error());
}

Status KeychainOnDemand::probe()
{
    const auto found = keychain();
    return found ? (*found)->probe() : Status(found.error());
}

std::string KeychainOnDemand::where() const
{
    const auto found = keychain();
    return found ? (*found)->where() : words("Parts", "the keychain of this system");
}

} // namespace br
