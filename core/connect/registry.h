// Registry: finds connector plugins in folders, reads their metadata without loading code, and loads one when asked.
//
// Owns the loaders; connectors it created must go before it. Thread rule: one thread.
#pragma once

#include "core/connect/connector.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <string>
#include <vector>

namespace br {

struct ConnectorInfo {
    std::string id; // "file"
    std::string name;
    std::string version;
    std::vector<Side> sides;
};

class Registry final {
public:
    explicit Registry(const QStringList &folders);
    ~Registry();
    Registry(const Registry &) = delete;
    Registry &operator=(const Registry &) = delete;

    std::vector<ConnectorInfo> available() const;
    Result<ConnectorPlugin *> plugin(const std::string &id); // owned by the registry
    Result<ConnectorInfo> info(const std::string &id) const;
    // Beside the program (../lib/billingreconcile/connectors and the build tree's), then $BILLINGRECONCILE_PLUGINS.
    static QStringList defaultFolders();

private:
    struct Entry;
    Error unknown(const std::string &id) const;
    std::vector<std::unique_ptr<Entry>> m_entries;
    QStringList m_folders; // for saying where was searched
};

} // namespace br
