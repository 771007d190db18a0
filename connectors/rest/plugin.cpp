// The plugin "rest": hands out the network connector and the catalogue of its vendors.
#include "connectors/rest/restcatalogue.h"
#include "connectors/rest/restconnector.h"

#include <QNetworkProxyFactory>
#include <QObject>

namespace br {

class RestPlugin final : public QObject, public ConnectorPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID BrConnectorPluginId FILE "rest.json")
    Q_INTERFACES(br::ConnectorPlugin)

public:
    RestPlugin() { QNetworkProxyFactory::setUseSystemConfiguration(true); } // also what http_proxy and no_proxy say
    std::unique_ptr<Connector> create() const override { return std::make_unique<rest::RestConnector>(m_library, m_clock); }
    const VendorCatalogue *vendorCatalogue() const override { return &m_catalogue; }

private:
    std::shared_ptr<const rest::ManifestLibrary> m_library = std::make_shared<rest::ManifestLibrary>();
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();
    rest::RestCatalogue m_catalogue{m_library, m_clock};
};

} // namespace br

#include "plugin.moc"
