// Secret: a password, key or token in memory, and where a connector gets those of its source.
//
// A Secret cannot be printed, compared or converted by accident; its bytes are overwritten when it goes (best effort: what
// a library copied is out of reach). It never enters the workspace, a log, an error or a command line. Plain value.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace br {

class Secret final {
public:
    Secret() = default;
    explicit Secret(std::string text);
    Secret(const Secret &other);
    Secret &operator=(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_text.empty(); }
    // The one way to the text; valid while the Secret lives. Grep for it to see who looks.
    std::string_view reveal() const { return m_text; }

private:
    void wipe();
    std::string m_text;
};

// The secrets of one source, by the field ids of its vendor's manifest. Thread rule: any thread; may block (a keychain asks).
class SourceSecrets {
public:
    virtual ~SourceSecrets() = default;
    // NotFound: none is kept; Locked: the keychain is locked; Denied: it refused; Unreachable: there is no keychain.
    virtual Result<Secret> get(const std::string &field) = 0;
    // For tokens that the vendor replaces. On failure the old one may be void: tell the person.
    virtual Status keep(const std::string &field, const Secret &secret) = 0;
};

} // namespace br
