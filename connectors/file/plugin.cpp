// The plugin "file": hands out the connector and its looking-before-importing.
#include "connectors/file/fileconnector.h"
#include "connectors/file/filereader.h"

#include <QObject>

namespace br {

class FilePlugin final : public QObject, public ConnectorPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID BrConnectorPluginId FILE "file.json")
    Q_INTERFACES(br::ConnectorPlugin)

public:
    std::unique_ptr<Connector> create() const override { return std::make_unique<FileConnector>(); }
    const FileReading *fileReading() const override { return &m_reader; }

private:
    FileReader m_reader;
};

} // namespace br

#include "plugin.moc"
