#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/linking.h"

namespace br::cli {

namespace {

class MeterIgnore final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"meter ignore", words("cli", "Put a meter out of sight: it needs no service"),
            {workspaceFile(), {"SOURCE", words("cli", "the source that counts it")}, {"METER", words("cli", "the meter's id")}},
            {{"reason", "TEXT", words("cli", "why")}, byOption()}, {"meter ignore acme.brw m365 FLOW_FREE --reason \"free of charge\""},
            {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const SourceName source(arguments.at(1));
        const MeterId meter(arguments.at(2));
        if (const auto done = ignoreMeter(**workspace, {source, meter, arguments.option("reason", {})}); !done)
            return shell.fail(done.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginObject().member("source", source).member("meter_id", meter).flag("ignored", true).endObject();
            });
        shell.say(words("cli", "The meter %1 of %2 is ignored.", {meter.text, source.text}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeMeterIgnore() { return std::make_unique<MeterIgnore>(); }

} // namespace br::cli
