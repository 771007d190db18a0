// KeychainOnDemand: the system's keychain, whose part is loaded when a secret is asked for.
//
// Where it cannot be loaded every call answers why. Thread rule: any thread.
#pragma once

#include "core/connect/secretstore.h"

#include <memory>
#include <mutex>

namespace br {

class KeychainOnDemand final : public SecretStore {
public:
    Result<Secret> read(const SecretKey &key) override;
    Status write(const SecretKey &key, const Secret &secret) override;
    Status remove(const SecretKey &key) override;
    Status probe() override;
    std::string where() const override;

private:
    Result<SecretStore *> keychain() const;

    mutable std::mutex m_mutex;
    mutable std::unique_ptr<SecretStore> m_keychain;
};

} // namespace br
