#include "core/connect/secretsofsource.h"

#include "core/base/text.h"

#include <algorithm>

namespace br {

namespace {

void addOnce(std::vector<std::string> *fields, const std::string &field)
{
    if (std::find(fields->begin(), fields->end(), field) == fields->end())
        fields->push_back(field);
}

} // namespace

SecretsOfSource::SecretsOfSource(SecretStore *store, std::string workspace, SourceName source)
    : m_store(store)
    , m_workspace(std::move(workspace))
    , m_source(std::move(source))
{
}

void SecretsOfSource::supply(const std::string &field, Secret secret) { m_known[field] = std::move(secret); }

Result<Secret> SecretsOfSource::get(const std::string &field)
{
    if (const auto known = m_known.find(field); known != m_known.end())
        return known->second;
    if (!m_store)
        return noKeychain();
    auto secret = m_store->read({m_workspace, m_source, field});
    if (secret)
        m_known[field] = *secret;
    return secret;
}

Status SecretsOfSource::keep(const std::string &field, const Secret &secret)
{
    m_known[field] = secret;
    auto written = m_store ? m_store->write({m_workspace, m_source, field}, secret) : Status(noKeychain());
    addOnce(written ? &m_kept : &m_lost, field);
    return written;
}

Error noKeychain()
{
    return {Errc::Unreachable, words("Secrets", "No keychain is available here, so that no password or key can be kept.")};
}

} // namespace br
