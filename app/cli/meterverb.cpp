#include "app/cli/meterverb.h"

#include "core/base/text.h"

namespace br::cli {

std::vector<PositionalInfo> MeterVerb::meter()
{
    return {workspaceFile(), {"SOURCE", words("cli", "the source that counts it")}, {"METER", words("cli", "the meter's id")}};
}

int MeterVerb::run(const Arguments &arguments, Shell &shell) const
{
    const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
    if (!workspace)
        return shell.fail(workspace.error());
    const IgnoredMeter about{SourceName(arguments.at(1)), MeterId(arguments.at(2)), arguments.option("reason", {})};
    if (const auto done = act(**workspace, about); !done)
        return shell.fail(done.error());
    if (arguments.wantsJson())
        return shell.json([&](JsonWriter &json) {
            json.beginObject().member("source", about.source).member("meter_id", about.meter).flag("ignored", ignores()).endObject();
        });
    shell.say(told(about));
    return shell.done();
}

} // namespace br::cli
