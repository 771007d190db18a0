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

class Offered final : public VendorCatalogue {
public:
    Offered(std::vector<VendorInfo> vendors, FakeConnectorPlugin::Trial trial, FakeConnectorPlugin::SignIn signIn)
        : m_vendors(std::move(vendors))
        , m_trial(std::move(trial))
        , m_signIn(std::move(signIn))
    {
    }
    std::vector<VendorInfo> vendors() const override { return m_vendors; }
    std::vector<ManifestProblem> problems() const override { return {}; }
    std::string ownFolder() const override { return "/fake/connectors"; }
    Result<std::vector<ManifestProblem>> check(const std::string &) const override { return std::vector<ManifestProblem>(); }
    Result<VendorInfo> load(const std::string &file) const override { return Error{Errc::NotFound, file}; }
    Result<ConnectionReport> test(const FetchRequest &request, Progress &progress) const override
    {
        return m_trial ? m_trial(request, progress) : Result<ConnectionReport>(Error{Errc::Unsupported, "no trial"});
    }
    Status signIn(const FetchRequest &, const std::function<bool(const std::string &)> &open, Progress &progress) const override
    {
        return m_signIn ? m_signIn(open, progress) : Status(Error{Errc::Unsupported, "no sign-in"});
    }

private:
    std::vector<VendorInfo> m_vendors;
    FakeConnectorPlugin::Trial m_trial;
    FakeConnectorPlugin::SignIn m_signIn;
};

} // namespace

class FakePlugin final : public QObject, public FakeConnectorPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID BrConnectorPluginId FILE "fakeconnector.json")
    Q_INTERFACES(br::ConnectorPlugin)

public:
    std::unique_ptr<Connector> create() const override { return std::make_unique<Scripted>(m_script); }
    const VendorCatalogue *vendorCatalogue() const override { return m_offered.get(); }
    void play(Script script) override { m_script = std::move(script); }
    void offer(std::vector<VendorInfo> vendors, Trial trial, SignIn signIn) override
    {
        m_offered = vendors.empty() ? nullptr : std::make_unique<Offered>(std::move(vendors), std::move(trial), std::move(signIn));
    }

private:
    Script m_script;
    std::unique_ptr<Offered> m_offered;
};

} // namespace br

#include "fakeconnector.moc"
