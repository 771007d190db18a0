#include "app/cli/shell.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/staging.h"

namespace br::cli {

namespace {

class Profiles final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"profiles", words("cli", "List the layouts and saved profiles that --layout takes, or remove a profile"), {workspaceFile()},
            {{"remove", "NAME", words("cli", "remove this saved profile")}, byOption()},
            {"profiles acme.brw", "profiles acme.brw --remove \"Old RMM\""}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto name = arguments.option("remove");
        const auto workspace = shell.open(arguments, name ? OpenMode::ReadWrite : OpenMode::ReadOnly);
        if (!workspace)
            return shell.fail(workspace.error());
        if (name) {
            if (const auto removed = removeProfile(**workspace, *name); !removed)
                return shell.fail(removed.error());
        }
        const auto shipped = layoutChoices(**workspace);
        if (!shipped)
            return shell.fail(shipped.error());
        const auto saved = profiles(**workspace);
        if (!saved)
            return shell.fail(saved.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { write(json, *shipped, *saved); });
        TextTable table({{words("cli", "layout")}, {words("cli", "what it reads")}});
        for (const auto &[id, title] : *shipped)
            table.add({id, title});
        for (const auto &profile : *saved)
            table.add({profile.name, words("cli", "saved profile")});
        shell.print(table.text());
        return shell.done();
    }

private:
    static void write(
        JsonWriter &json, const std::vector<std::pair<std::string, std::string>> &shipped, const std::vector<LayoutProfile> &saved)
    {
        json.beginObject().key("layouts").beginArray();
        for (const auto &[id, title] : shipped)
            json.beginObject().member("id", id).member("title", title).endObject();
        json.endArray().key("profiles").beginArray();
        for (const auto &profile : saved)
            json.beginObject().member("name", profile.name).endObject();
        json.endArray().endObject();
    }
};

} // namespace

std::unique_ptr<Verb> makeProfiles() { return std::make_unique<Profiles>(); }

} // namespace br::cli
