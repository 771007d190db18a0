// SecretsOfSource: the secrets of one source during one sync, from what a person just typed, or from the keychain.
//
// Each field is asked of the keychain once. Tokens that the vendor replaces are kept there; where they cannot be, the rest of this
// sync goes on with the new one and `lost` names the field, because the old one may be void. Thread rule: the sync's thread.
#pragma once

#include "core/connect/secretstore.h"

#include <map>
#include <string>
#include <vector>

namespace br {

class SecretsOfSource final : public SourceSecrets {
public:
    // `store` is not owned; null: there is no keychain.
    SecretsOfSource(SecretStore *store, std::string workspace, SourceName source);

    void supply(const std::string &field, Secret secret); // for this sync only
    Result<Secret> get(const std::string &field) override;
    Status keep(const std::string &field, const Secret &secret) override;

    const std::vector<std::string> &kept() const { return m_kept; } // fields that have an entry now
    const std::vector<std::string> &lost() const { return m_lost; }

private:
    SecretStore *m_store;
    std::string m_workspace;
    SourceName m_source;
    std::map<std::string, Secret> m_known;
    std::vector<std::string> m_kept;
    std::vector<std::string> m_lost;
};

Error noKeychain(); // Unreachable

} // namespace br
