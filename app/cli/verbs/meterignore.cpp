#include "app/cli/meterverb.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class MeterIgnore final : public MeterVerb {
public:
    VerbInfo info() const override
    {
        return {"meter ignore", words("cli", "Put a meter out of sight: it needs no service"), meter(),
            {{"reason", "TEXT", words("cli", "why")}, byOption()}, {"meter ignore acme.brw m365 FLOW_FREE --reason \"free of charge\""},
            {}};
    }

protected:
    Status act(Workspace &workspace, const IgnoredMeter &about) const override { return ignoreMeter(workspace, about); }
    bool ignores() const override { return true; }
    std::string told(const IgnoredMeter &about) const override
    {
        return words("cli", "The meter %1 of %2 is ignored.", {about.meter.text, about.source.text});
    }
};

} // namespace

std::unique_ptr<Verb> makeMeterIgnore() { return std::make_unique<MeterIgnore>(); }

} // namespace br::cli
