#include "app/cli/meterverb.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class MeterConsider final : public MeterVerb {
public:
    VerbInfo info() const override
    {
        return {"meter consider", words("cli", "Take a meter's ignore back"), meter(), {byOption()},
            {"meter consider acme.brw m365 FLOW_FREE"}, {}};
    }

protected:
    Status act(Workspace &workspace, const IgnoredMeter &about) const override
    {
        return considerMeter(workspace, about.source, about.meter);
    }
    bool ignores() const override { return false; }
    std::string told(const IgnoredMeter &about) const override
    {
        return words("cli", "The meter %1 of %2 is looked at again.", {about.meter.text, about.source.text});
    }
};

} // namespace

std::unique_ptr<Verb> makeMeterConsider() { return std::make_unique<MeterConsider>(); }

} // namespace br::cli
