// Connection: everything a source states, read and checked before anything is sent: manifest, settings, secrets, hosts.
//
// Made for one sync, test or sign-in. Errors: InvalidInput (a setting is missing or does not fit: names its label), NotFound (no
// such vendor), Denied (a secret is missing), what the keychain says. Thread rule: plain values, one thread.
#pragma once

#include "connectors/rest/library/manifestlibrary.h"
#include "connectors/rest/redactor.h"
#include "connectors/rest/value/scope.h"
#include "core/connect/connector.h"

#include <map>
#include <memory>
#include <string>

namespace br::rest {

struct Connection {
    std::shared_ptr<const Manifest> manifest;
    SettingValues settings;
    SecretValues secrets;
    std::string ca; // PEM
    std::map<std::string, std::string> connectTo;
    Redactor redactor;
};

Result<Connection> connectionOf(const FetchRequest &request, const ManifestLibrary &library);

} // namespace br::rest
