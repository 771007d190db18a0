// EnvironmentSecrets: secrets from environment variables, for scripts and servers without a desktop; before any keychain.
//
// BILLINGRECONCILE_SECRET_<SOURCE>_<FIELD>: upper case, every character that is no letter or digit of ASCII as "_". A variable wins
// over the keychain and cannot be written: a token that the vendor replaces must be put there by hand. An empty variable is none.
// Thread rule: any thread, as long as nobody changes the environment.
#pragma once

#include "core/connect/secretstore.h"

#include <optional>

namespace br {

class EnvironmentSecrets final : public SecretStore {
public:
    explicit EnvironmentSecrets(SecretStore *behind) // not owned; may be null
        : m_behind(behind)
    {
    }
    Result<Secret> read(const SecretKey &key) override;
    Status write(const SecretKey &key, const Secret &secret) override;
    Status remove(const SecretKey &key) override;
    Status probe() override;
    std::string where() const override;

    static std::string variableName(const SecretKey &key);

private:
    SecretStore *m_behind;
};

} // namespace br
