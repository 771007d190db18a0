#include "tests/fakes/fakeconnector.h"

#include <QObject>

namespace br {

namespace {

class Scripted final : public Connector {
public:
    explicit Scripted(FakeConnectorPlugin::Script script)
        : m_script(std::move(script))
    {
    }
    Result<FetchSummary> fetch(const FetchRequest &request, RecordSink &sink, Progress &progress) override
    {
        return m_script(request, sink, progress);
    }

private:
    FakeConnectorPlugin::Script m_script;
};

} // namespace

class FakePlugin final : public QObject, public FakeConnectorPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID BrConnectorPluginId FILE "fakeconnector.json")
    Q_INTERFACES(br::ConnectorPlugin)

public:
    std::unique_ptr<Connector> create() const override { return std::make_unique<Scripted>(m_script); }
    void play(Script script) override { m_script = std::move(script); }

private:
    Script m_script;
};

} // namespace br

#include "fakeconnector.moc"
