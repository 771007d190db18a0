#include "app/cli/rowsjson.h"
#include "app/cli/shell.h"
#include "app/cli/syncjson.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/connect/registry.h"

namespace br::cli {

namespace {

struct Known {
    ConnectorInfo info;
    const VendorCatalogue *catalogue = nullptr;
};

class ConnectorList final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"connector list", words("cli", "List the connectors and the vendors they know, and where your own manifests go"), {}, {},
            {"connector list", "connector list --json"},
            words(
                "cli", "With --json each vendor comes with the fields of its form: --set takes its settings, source secret its secrets.")};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        auto *registry = shell.environment(arguments).registry;
        if (!registry)
            return shell.fail({Errc::Unsupported, words("cli", "this program was started without connectors")});
        std::vector<Known> known;
        for (const auto &info : registry->available()) {
            const auto plugin = registry->plugin(info.id);
            if (!plugin)
                shell.fail(plugin.error());
            known.push_back({info, plugin ? (*plugin)->vendorCatalogue() : nullptr});
        }
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, known); });
        for (const auto &one : known)
            tell(one, shell);
        return shell.done();
    }

private:
    static void write(JsonWriter &json, const std::vector<Known> &known)
    {
        json.beginArray();
        for (const auto &[info, catalogue] : known) {
            json.beginObject().member("id", info.id).member("name", info.name).member("version", info.version);
            json.memberOrNull("own_folder", catalogue ? catalogue->ownFolder() : std::string()).key("vendors").beginArray();
            for (const auto &vendor : catalogue ? catalogue->vendors() : std::vector<VendorInfo>())
                writeVendor(json, vendor);
            json.endArray().key("problems");
            writeProblems(json, catalogue ? catalogue->problems() : std::vector<ManifestProblem>());
            json.endObject();
        }
        json.endArray();
    }

    static void tell(const Known &known, Shell &shell)
    {
        if (!known.catalogue) {
            shell.say(known.info.id + " " + known.info.version + "  " + known.info.name);
            return;
        }
        shell.say(words("cli", "Your own manifests go into %1", {known.catalogue->ownFolder()}));
        for (const auto &problem : known.catalogue->problems())
            shell.tell(words("cli", "%1, line %2: %3", {problem.file, std::to_string(problem.line), problem.what}));
        shell.say(known.info.id + " " + known.info.version + "  " + known.info.name);
        TextTable table({{words("cli", "vendor")}, {words("cli", "name")}, {words("cli", "side")}, {words("cli", "reads")}});
        for (const auto &vendor : known.catalogue->vendors())
            table.add({vendor.id, vendor.name, sideCode(vendor.side),
                vendor.file.empty() ? vendor.about : words("cli", "%1 (your own, %2)", {vendor.about, vendor.file})});
        shell.print(table.text());
    }
};

} // namespace

std::unique_ptr<Verb> makeConnectorList() { return std::make_unique<ConnectorList>(); }

} // namespace br::cli
