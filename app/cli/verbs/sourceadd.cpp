#include "app/cli/shell.h"
#include "app/cli/vendorchoice.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

#include <algorithm>

namespace br::cli {

namespace {

struct Wanted {
    Source source;
    std::optional<VendorInfo> vendor;
};

std::optional<Side> sideOf(const std::string &text)
{
    if (text == "psa")
        return Side::Psa;
    if (text == "vendor")
        return Side::Vendor;
    return std::nullopt;
}

std::string codeOf(Side side) { return side == Side::Psa ? "psa" : "vendor"; }

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
        return Error{Errc::InvalidInput, words("cli", "the connector \"%1\" does not bring the %2 side", {id, codeOf(side)})};
    return {};
}

class SourceAdd final : public Verb {
public:
    VerbInfo info() const override
    {
        VerbInfo info{"source add", words("cli", "Add a source: a connection to a PSA or a vendor"),
            {workspaceFile(), {"NAME", words("cli", "what rules and imports call it")}},
            {{"connector", "file|rest", words("cli", "which connector brings its data: files, or the network"), true},
                {"side", "psa|vendor", words("cli", "what it states: billed lines, or counts and assets; a vendor's manifest knows it")},
                {"vendor", "ID", words("cli", "whose API is read (rest); connector list shows them")}},
            {"source add acme.brw psa --connector file --side psa", "source add acme.brw huntress --connector rest --vendor huntress",
                "source add acme.brw psa --connector rest --vendor connectwise --set host=api-eu.myconnectwise.net --set company=acme"},
            words("cli", "Passwords and keys are never given here: see source secret.")};
        for (auto &option : connectionOptions())
            info.options.push_back(std::move(option));
        info.options.push_back(byOption());
        return info;
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto given = arguments.option("side");
        if (given && !sideOf(*given))
            return shell.misuse(words("cli", "--side is \"%1\"; it takes psa or vendor", {*given}));
        if (!given && !arguments.has("vendor"))
            return shell.misuse(words("cli", "%1 %2 is missing", {"--side", "psa|vendor"}));
        if (trimmed(arguments.at(1)).empty())
            return shell.misuse(words("cli", "NAME is empty; give the source a name"));
        const auto wanted = arguments.has("vendor") ? overNetwork(arguments, shell) : ofFiles(arguments, shell);
        if (!wanted)
            return shell.fail(wanted.error());
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        if (const auto added = addSource(**workspace, wanted->source); !added)
            return shell.fail(added.error());
        return arguments.wantsJson() ? writeJson(*wanted, shell) : tell(*wanted, arguments, shell);
    }

private:
    static Result<Wanted> ofFiles(const Arguments &arguments, Shell &shell)
    {
        for (const auto *name : {"set", "ca", "connect-to"}) {
            if (arguments.has(name))
                return Error{Errc::InvalidInput, words("cli", "--%1 belongs to a vendor: give --vendor too", {name})};
        }
        const auto side = *sideOf(*arguments.option("side"));
        const Source source{SourceName(arguments.at(1)), side, arguments.option("connector", {}), "{}"};
        if (const auto good = checkConnector(shell.environment(arguments).registry, source.connector, side); !good)
            return good.error();
        return Wanted{source, std::nullopt};
    }

    static Result<Wanted> overNetwork(const Arguments &arguments, Shell &shell)
    {
        const auto connector = arguments.option("connector", {});
        const auto catalogue = catalogueOf(shell.environment(arguments).registry, connector);
        if (!catalogue)
            return catalogue.error();
        const auto vendor = vendorOf(**catalogue, arguments.option("vendor", {}));
        if (!vendor)
            return vendor.error();
        const auto given = arguments.option("side");
        if (given && sideOf(*given) != vendor->side)
            return Error{Errc::InvalidInput, words("cli", "%1 states the %2 side; leave --side out", {vendor->name, codeOf(vendor->side)})};
        const auto settings = settingsFrom(arguments, *vendor);
        if (!settings)
            return settings.error();
        return Wanted{{SourceName(arguments.at(1)), vendor->side, connector, *settings}, *vendor};
    }

    static int writeJson(const Wanted &wanted, Shell &shell)
    {
        const auto &source = wanted.source;
        return shell.json([&](JsonWriter &json) {
            json.beginObject().member("name", source.name).member("side", codeOf(source.side)).member("connector", source.connector);
            json.memberOrNull("vendor", wanted.vendor ? wanted.vendor->id : std::string()).key("secrets").beginArray();
            if (wanted.vendor) {
                for (const auto &secret : wanted.vendor->secrets)
                    json.text(secret.id);
            }
            json.endArray().endObject();
        });
    }

    static int tell(const Wanted &wanted, const Arguments &arguments, Shell &shell)
    {
        shell.say(words("cli", "Added the source %1.", {wanted.source.name.text}));
        if (!wanted.vendor)
            return shell.done();
        for (const auto &secret : wanted.vendor->secrets)
            shell.say(words("cli", "%1: source secret %2 %3 %4", {secret.label, arguments.file(), wanted.source.name.text, secret.id}));
        return shell.done();
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceAdd() { return std::make_unique<SourceAdd>(); }

} // namespace br::cli
