#include "core/connect/secret.h"

#include <openssl/crypto.h>

namespace br {

Secret::Secret(std::string text)
    : m_text(text)
{
    OPENSSL_cleanse(text.data(), text.size());
}

Secret::Secret(const Secret &other) = default;

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_text = other.m_text;
    }
    return *this;
}

// A moved short text stays behind in the source: copy and wipe.
Secret::Secret(Secret &&other) noexcept
    : m_text(std::move(other.m_text))
{
    other.wipe();
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_text = std::move(other.m_text);
        other.wipe();
    }
    return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe()
{
    // Up to the capacity: a moved-from or shrunk text leaves its characters in the buffer.
    m_text.resize(m_text.capacity());
    OPENSSL_cleanse(m_text.data(), m_text.size());
    m_text.clear();
}

} // namespace br
