// FakeConnectorPlugin: a connector whose fetch() is a test's own function.
//
// Loaded like any plugin, so that tests go the whole way; the test reaches it by Registry::plugin("fake").
#pragma once

#include "core/connect/connector.h"

#include <functional>

namespace br {

class FakeConnectorPlugin : public ConnectorPlugin {
public:
    using Script = std::function<Result<FetchSummary>(const FetchRequest &, RecordSink &, Progress &)>;
    virtual void play(Script script) = 0;
};

} // namespace br
