#include "app/cli/shell.h"
#include "app/cli/vendorchoice.h"
#include "app/cli/verbs/verbs.h"
#include "core/base/text.h"
#include "core/workspace/sourcing.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace br::cli {

namespace {

std::map<std::string, std::string> textsOf(const QJsonObject &object)
{
    std::map<std::string, std::string> texts;
    for (auto at = object.begin(); at != object.end(); ++at)
        texts[toUtf8(at.key())] = toUtf8(at.value().toString());
    return texts;
}

class SourceEdit final : public Verb {
public:
    VerbInfo info() const override
    {
        VerbInfo info{"source edit", words("cli", "Change the settings of a source; its name, vendor and imports stay"),
            {workspaceFile(), {"NAME", words("cli", "the source")}}, {}, {"source edit acme.brw psa --set host=api-na.myconnectwise.net"},
            words("cli", "What is not named stays as it is; --set id= empties a setting. Secrets are replaced by source secret.")};
        for (auto &option : connectionOptions())
            info.options.push_back(std::move(option));
        info.options.push_back(byOption());
        return info;
    }

    int run(const Arguments &arguments, Shell &shell) const override
    {
        if (!arguments.has("set") && !arguments.has("ca") && !arguments.has("connect-to"))
            return shell.misuse(words("cli", "nothing to change: give --set, --ca or --connect-to"));
        const auto workspace = shell.open(arguments, OpenMode::ReadWrite);
        if (!workspace)
            return shell.fail(workspace.error());
        const SourceName name(arguments.at(1));
        const auto all = sources(**workspace);
        if (!all)
            return shell.fail(all.error());
        const auto found = std::ranges::find(*all, name, &Source::name);
        if (found == all->end())
            return shell.fail({Errc::NotFound, words("cli", "there is no source named %1", {name.text})});
        const auto settings = changed(*found, arguments, shell);
        if (!settings)
            return shell.fail(settings.error());
        if (const auto done = editSource(**workspace, name, *settings, {}); !done)
            return shell.fail(done.error());
        if (arguments.wantsJson())
            return shell.json([&](JsonWriter &json) { json.beginObject().member("changed", name).endObject(); });
        shell.say(words("cli", "Changed the source %1.", {name.text}));
        return shell.done();
    }

private:
    static Result<std::string> changed(const Source &source, const Arguments &arguments, Shell &shell)
    {
        const auto before = QJsonDocument::fromJson(QByteArray::fromStdString(source.settings)).object();
        const auto id = toUtf8(before.value(QStringLiteral("vendor")).toString());
        if (id.empty())
            return Error{Errc::Unsupported, words("cli", "%1 reads files: it has no settings", {source.name.text})};
        const auto catalogue = catalogueOf(shell.environment(arguments).registry, source.connector);
        if (!catalogue)
            return catalogue.error();
        const auto vendor = vendorOf(**catalogue, id);
        if (!vendor)
            return vendor.error();
        ConnectionSettings kept;
        kept.values = textsOf(before.value(QStringLiteral("values")).toObject());
        kept.connectTo = textsOf(before.value(QStringLiteral("connect_to")).toObject());
        kept.ca = toUtf8(before.value(QStringLiteral("ca")).toString());
        return settingsFrom(arguments, *vendor, {}, std::move(kept));
    }
};

} // namespace

std::unique_ptr<Verb> makeSourceEdit() { return std::make_unique<SourceEdit>(); }

} // namespace br::cli
