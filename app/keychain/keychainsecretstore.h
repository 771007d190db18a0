// KeychainSecretStore: the SecretStore of this program: each secret in the operating system's keychain, under a key of its own.
//
// The key is billingreconcile/<workspace>/<source>/<field>. Windows takes 2560 bytes an entry: a longer secret (a refresh token)
// lies in several, of which the first names the others with a digest, so that half of a new secret is never taken for the whole.
// A removal is read back before it is told. Errors: see secretstore.h. Thread rule: any thread; one call at a time.
#pragma once

#include "app/keychain/keychainentries.h"
#include "core/connect/secretstore.h"

#include <memory>
#include <mutex>
#include <vector>

namespace br {

class KeychainSecretStore final : public SecretStore {
public:
    static constexpr size_t longestEntry = 2400;   // bytes
    static constexpr size_t longestSecret = 65536; // bytes
    explicit KeychainSecretStore(std::unique_ptr<KeychainEntries> entries);
    ~KeychainSecretStore() override;

    Result<Secret> read(const SecretKey &key) override;
    Status write(const SecretKey &key, const Secret &secret) override;
    Status remove(const SecretKey &key) override;
    Status probe() override;
    std::string where() const override;

    static std::string entryName(const SecretKey &key);

private:
    struct Parts; // of a long secret
    Result<Secret> readEntry(const std::string &name, const SecretKey &key);
    Result<Parts> partsOf(const std::string &name, const SecretKey &key); // none where there is no entry, or a short one
    Status removeEntry(const std::string &name, const SecretKey &key);
    Status removeParts(const Parts &parts, const SecretKey &key);
    Status writeParts(const std::string &name, const Secret &secret, const SecretKey &key, Secret *head);
    Error said(const KeychainAnswer &answer, const SecretKey &key) const;

    std::unique_ptr<KeychainEntries> m_entries;
    std::mutex m_mutex;
};

} // namespace br
