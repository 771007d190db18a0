#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/workspace/sourcing.h"

#include <algorithm>

namespace br::cli {

namespace {

std::optional<Side> sideOf(const std::string &text)
{
    if (text == "psa")
        return Side::Psa;
    if (text == "vendor")
        return Side::Vendor;
    return std::nullopt;
}

// Refuses a connector that is not installed, or one that does not bring this side.
Status checkConnector(const Registry *registry, const std::string &id, Side side)
{
    if (!registry)
        return {};
    const auto info = registry->info(id);
    if (!info) {
        std::vector<std::string> names;
        for (const auto &connector : registry->available())
            names.push_back(connector.id);
        const auto known = names.empty() ? words("cli", "none is installed") : words("cli", "there is: %1", {joined(names, ", ")});
        return Error{Errc::NotFound, words("cli", "there is no connector \"%1\"; %2", {id, known})};
    }
    if (!info->sides.empty() && std::ranges::find(info->sides, side) == info->sides.end())
        return Error{Errc::InvalidInput,
            words("cli", "the connector \"%1\" does not bring the %2 side", {id, side == Side::Psa ? "psa" : "vendor"})};
    return {};
}

class SourceAdd final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"source add", words("cli", "Add a source: a connection to a PSA or a vendor"),
            {workspaceFile(), {"NAME", words("cli", "what rules and imports call it")}},
            {{"connector", "file", words("cli", "which connector brings its data"), true},
                {"side", "psa|vendor", words("cli", "what it states: billed lines, or counts and assets"), true}, byOption()},
            {"source add acme.brw psa --connector file --side psa", "source add acme.brw huntress --connector file --side vendor"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto side = sideOf(arguments.option("side", {}));
        if (!side)
            return shell.misuse(words("cli", "--side is \"%1\"; it takes psa or vendor", {arguments.option("side", {})}));
        const Source source{SourceName(arguments.at(1)), *side, arguments.option("connector", {}), "{}"};
        if (trimmed(source.name.text).empty())
            return shell.misuse(words("cli", "NAME is empty; give the source a name"));
        if (const auto good = checkConnector(shell.environment(arguments).registry, source.connector, *side); !good)
            return shell.fail(good.error());
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        if (const auto added = addSource(**workspace, source); !added)
            return shell.fail(added.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginObject()
                    .member("name", source.name)
                    .member("side", arguments.option("side", {}))
                    .member("connector", source.connector)
                    .endObject();
            });
        shell.say(words("cli", "Added the source %1.", {source.name.text}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceAdd() { return std::make_unique<SourceAdd>(); }

} // namespace br::cli
