#include "app/secrets/environmentsecrets.h"

#include "core/base/text.h"
#include "core/connect/secretsofsource.h"

#include <QByteArray>

namespace br {

namespace {

std::string upper(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xc0) == 0x80) // one "_" a character, not a byte
            continue;
        const bool isSmall = c >= 'a' && c <= 'z';
        const bool isKept = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        out.push_back(isSmall ? static_cast<char>(c - 'a' + 'A') : isKept ? c : '_');
    }
    return out;
}

std::string valueOf(const SecretKey &key) { return qgetenv(EnvironmentSecrets::variableName(key).c_str()).toStdString(); }

Error fixed(const SecretKey &key)
{
    return {Errc::Conflict,
        words("Secrets",
            "The secret \"%1\" of %2 comes from the environment variable %3, which cannot be changed from here: change it there.",
            {key.field, key.source.text, EnvironmentSecrets::variableName(key)})};
}

} // namespace

std::string EnvironmentSecrets::variableName(const SecretKey &key)
{
    return "BILLINGRECONCILE_SECRET_" + upper(key.source.text) + '_' + upper(key.field);
}

Result<Secret> EnvironmentSecrets::read(const SecretKey &key)
{
    if (auto value = valueOf(key); !value.empty())
        return Secret(std::move(value));
    auto found = m_behind ? m_behind->read(key) : Result<Secret>(noKeychain());
    if (found)
        return found;
    auto error = found.error();
    if (error.code == Errc::NotFound || error.code == Errc::Unreachable)
        error.message += ' ' + words("Secrets", "Without one, set the environment variable %1.", {variableName(key)});
    return error;
}

Status EnvironmentSecrets::write(const SecretKey &key, const Secret &secret)
{
    if (!valueOf(key).empty())
        return fixed(key);
    return m_behind ? m_behind->write(key, secret) : Status(noKeychain());
}

Status EnvironmentSecrets::remove(const SecretKey &key)
{
    // Both: what lies in the keychain goes, and what stays is told.
    if (m_behind) {
        if (auto removed = m_behind->remove(key); !removed)
            return removed;
    }
    return valueOf(key).empty() ? Status() : Status(fixed(key));
}

Status EnvironmentSecrets::probe() { return m_behind ? m_behind->probe() : Status(noKeychain()); }

std::string EnvironmentSecrets::where() const { return m_behind ? m_behind->where() : words("Secrets", "the environment"); }

} // namespace br
