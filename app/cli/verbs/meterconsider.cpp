#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class MeterConsider final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"meter consider", words("cli", "Take a meter's ignore back"),
            {workspaceFile(), {"SOURCE", words("cli", "the source that counts it")}, {"METER", words("cli", "the meter's id")}},
            {byOption()}, {"meter consider acme.brw m365 FLOW_FREE"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const SourceName source(arguments.at(1));
        const MeterId meter(arguments.at(2));
        if (const auto done = considerMeter(**workspace, source, meter); !done)
            return shell.fail(done.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginObject().member("source", source).member("meter_id", meter).flag("ignored", false).endObject();
            });
        shell.say(words("cli", "The meter %1 of %2 is looked at again.", {meter.text, source.text}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeMeterConsider() { return std::make_unique<MeterConsider>(); }

} // namespace br::cli
