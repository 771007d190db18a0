#include "connectors/rest/auth/tokenauth.h"

#include "connectors/rest/auth/fixedauth.h"

#include <QDateTime>

#include <algorithm>

namespace br::rest {

int64_t epochMilliseconds(const Clock &clock)
{
    return QDateTime::fromString(QString::fromStdString(clock.nowUtc()), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

TokenAuth::TokenAuth(std::unique_ptr<TokenSource> source, Use use, const Clock &clock)
    : m_source(std::move(source))
    , m_use(std::move(use))
    , m_clock(clock)
{
}

Status TokenAuth::ensure()
{
    const auto now = epochMilliseconds(m_clock);
    if (m_token && !m_isVoid && (!m_renewAt || now < *m_renewAt))
        return {};
    // What a refused token could be renewed with is likely refused as well: then from the beginning.
    auto token = m_token && !m_isVoid ? m_source->renew(*m_token) : m_source->signIn();
    if (!token)
        return token.error();
    m_token = std::move(*token);
    m_isVoid = false;
    m_renewAt.reset();
    if (m_token->lifetime)
        m_renewAt = now + std::max(*m_token->lifetime - 60000, *m_token->lifetime / 2);
    ++m_generation;
    return {};
}

Result<int> TokenAuth::prepare(HttpRequest &request)
{
    if (const auto done = ensure(); !done)
        return done.error();
    const auto headers = m_use(m_token->value);
    if (!headers)
        return headers.error();
    for (const auto &[name, value] : *headers)
        setHeader(request.headers, name, value);
    return m_generation;
}

bool TokenAuth::onUnauthorized(int generation)
{
    if (generation == m_generation)
        m_isVoid = true;
    return true;
}

} // namespace br::rest
