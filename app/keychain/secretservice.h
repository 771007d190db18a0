// SecretService: can the desktop's keychain be used now? Asked over D-Bus, because the answers to reads do not tell.
//
// Interface: https://specifications.freedesktop.org/secret-service/ (collection "default", property Locked). Systems without D-Bus
// keychains (Windows, macOS) are always usable. Errors: Locked, Unreachable. Thread rule: any thread with an event loop.
#pragma once

#include "core/base/result.h"

namespace br {

Status probeSecretService();

} // namespace br
