#include "app/cli/shell.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"

namespace br::cli {

namespace {

class Init final : public Verb {
public:
    VerbInfo info() const override
    {
        return {"init", words("cli", "Make a new workspace"), {workspaceFile()},
            {{"name", "N", words("cli", "what the workspace is called; without it the file's name")},
                {"currency", "EUR", words("cli", "ISO 4217 code for prices that state none; without it EUR")}, byOption()},
            {"init acme.brw --name \"Acme MSP\" --currency EUR"}, {}};
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        const auto currency = Currency::parse(arguments.option("currency", "EUR"));
        if (!currency)
            return shell.misuse("--currency: " + currency.error().message);
        const NewWorkspace what{arguments.option("name", baseName(arguments.file())), *currency};
        const auto workspace = Workspace::create(arguments.file(), what, shell.environment(arguments));
        if (!workspace)
            return shell.fail(workspace.error());
        const auto &made = **workspace;
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) {
                json.beginObject()
                    .member("file", made.path())
                    .member("name", made.name())
                    .member("currency", made.currency().code())
                    .endObject();
            });
        shell.say(words("cli", "Made %1 (%2, %3).", {made.path(), made.name(), made.currency().toString()}));
        return shell.done();
    }

private:
    static std::string baseName(const std::string &path)
    {
        auto name = path.substr(path.find_last_of("/\\") + 1);
        if (name.size() > 4 && name.ends_with(".brw"))
            name.resize(name.size() - 4);
        return name;
    }
};

} // namespace

std::unique_ptr<Verb> makeInit() { return std::make_unique<Init>(); }

} // namespace br::cli
