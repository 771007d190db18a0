// FakeConnectorPlugin: a connector whose fetch() is a test's own function, and whose vendors are what a test says.
//
// Loaded like any plugin, so that tests go the whole way; the test reaches it by Registry::plugin("fake").
#pragma once

#include "core/connect/connector.h"

#include <functional>

namespace br {

class FakeConnectorPlugin : public ConnectorPlugin {
public:
    using Script = std::function<Result<FetchSummary>(const FetchRequest &, RecordSink &, Progress &)>;
    using Trial = std::function<Result<ConnectionReport>(const FetchRequest &, Progress &)>;
    using SignIn = std::function<Status(const std::function<bool(const std::string &url)> &open, Progress &)>;
    virtual void play(Script script) = 0;
    // Without any, the connector has no catalogue. Sources choose one by {"vendor": "id"} in their settings.
    virtual void offer(std::vector<VendorInfo> vendors, Trial trial = {}, SignIn signIn = {}) = 0;
};

} // namespace br
