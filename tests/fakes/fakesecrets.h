// FakeSecrets: a keychain in memory that can be locked, missing or refusing, for tests that are not about the real one.
//
// Thread rule: any thread.
#pragma once

#include "core/connect/secretstore.h"

#include <map>
#include <mutex>
#include <optional>

namespace br {

class FakeSecrets final : public SecretStore {
public:
    static std::string nameOf(const SecretKey &key) { return key.workspace + '/' + key.source.text + '/' + key.field; }

    Result<Secret> read(const SecretKey &key) override
    {
        const std::lock_guard guard(m_mutex);
        if (trouble)
            return *trouble;
        const auto found = entries.find(nameOf(key));
        return found == entries.end() ? Result<Secret>(Error{Errc::NotFound, "no entry " + key.field}) : Result<Secret>(found->second);
    }
    Status write(const SecretKey &key, const Secret &secret) override
    {
        const std::lock_guard guard(m_mutex);
        if (trouble)
            return *trouble;
        entries[nameOf(key)] = secret;
        return {};
    }
    Status remove(const SecretKey &key) override
    {
        const std::lock_guard guard(m_mutex);
        if (trouble)
            return *trouble;
        entries.erase(nameOf(key));
        return {};
    }
    Status probe() override { return trouble ? Status(*trouble) : Status(); }
    std::string where() const override { return "the test's keychain"; }

    std::map<std::string, Secret> entries;
    std::optional<Error> trouble;

private:
    std::mutex m_mutex;
};

} // namespace br
