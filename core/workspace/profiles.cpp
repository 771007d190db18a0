#include "core/workspace/staging.h"

#include "core/base/text.h"
#include "core/connect/registry.h"
#include "core/store/database.h"
#include "core/store/eventstore.h"
#include "core/store/sourcestore.h"

#include <algorithm>

namespace br {

namespace {

Result<const FileReading *> readingOf(Workspace &workspace, const std::string &connector)
{
    auto *registry = workspace.environment().registry;
    if (!registry)
        return Error{Errc::Unsupported, words("Import", "This program cannot import: it was started without connectors.")};
    const auto plugin = registry->plugin(connector);
    if (!plugin)
        return plugin.error();
    if (const auto *reading = (*plugin)->fileReading())
        return reading;
    return Error{Errc::Unsupported, words("Import", "The connector %1 does not read files.", {connector})};
}

Status appendProfileEvent(Workspace &workspace, const char *what, const std::string &name)
{
    const auto &environment = workspace.environment();
    const auto event = appendEvent(workspace.database(), environment.clock->nowUtc(), environment.user, what, name, "{}");
    return event ? Status() : Status(event.error());
}

Status put(Workspace &workspace, const LayoutProfile &profile)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    if (auto done = workspace.database().run("profile/put", profile.name, profile.json); !done)
        return done;
    if (auto done = appendProfileEvent(workspace, "profile.save", profile.name); !done)
        return done;
    return transaction->commit();
}

} // namespace

Result<FilePreview> previewFile(Workspace &workspace, const ImportRequest &request, const std::string &file)
{
    const auto source = SourceStore(workspace.database()).find(request.source);
    if (!source)
        return source.error();
    if (!*source)
        return Error{Errc::NotFound, words("Import", "There is no source named %1. Add it first.", {request.source.text})};
    return previewFile(workspace, (*source)->source, request, file);
}

Result<FilePreview> previewFile(Workspace &workspace, const Source &source, const ImportRequest &request, const std::string &file)
{
    const auto reading = readingOf(workspace, source.connector);
    if (!reading)
        return reading.error();
    const auto saved = profiles(workspace);
    if (!saved)
        return saved.error();
    return (*reading)->preview(
        {source.name, source.side, request.period, source.settings, {file}, request.layout, request.force, *saved, workspace.currency()},
        file);
}

Result<std::vector<MappableField>> mappableFields(Workspace &workspace, Side side)
{
    const auto reading = readingOf(workspace, "file");
    if (!reading)
        return reading.error();
    return (*reading)->mappableFields(side);
}

Status saveProfile(
    Workspace &workspace, const std::string &name, Side side, const FilePreview &preview, const std::map<std::string, int> &mapping)
{
    const auto reading = readingOf(workspace, "file");
    if (!reading)
        return reading.error();
    const auto profile = (*reading)->makeProfile(name, side, preview, mapping);
    return profile ? put(workspace, *profile) : Status(profile.error());
}

Status saveAdapted(Workspace &workspace, const std::string &name, const FilePreview &preview, const std::map<std::string, int> &mapping)
{
    const auto reading = readingOf(workspace, "file");
    const auto saved = profiles(workspace);
    if (!reading || !saved)
        return reading ? saved.error() : reading.error();
    const auto profile = (*reading)->adaptNearest(name, *saved, preview, mapping);
    return profile ? put(workspace, *profile) : Status(profile.error());
}

Result<std::vector<LayoutProfile>> profiles(Workspace &workspace)
{
    std::vector<LayoutProfile> profiles;
    const auto read = workspace.database().each("profile/all", [&](const Statement &row) {
        profiles.push_back({row.string(0), row.string(1)});
    });
    if (!read)
        return read.error();
    return profiles;
}

Status removeProfile(Workspace &workspace, const std::string &name)
{
    auto transaction = Transaction::begin(workspace.database());
    if (!transaction)
        return transaction.error();
    if (auto done = workspace.database().run("profile/remove", name); !done)
        return done;
    if (workspace.database().changes() == 0)
        return Error{Errc::NotFound, words("Import", "There is no saved mapping named %1.", {name})};
    if (auto done = appendProfileEvent(workspace, "profile.remove", name); !done)
        return done;
    return transaction->commit();
}

Result<std::vector<std::pair<std::string, std::string>>> layoutChoices(Workspace &workspace)
{
    const auto reading = readingOf(workspace, "file");
    if (!reading)
        return reading.error();
    const auto saved = profiles(workspace);
    if (!saved)
        return saved.error();
    std::vector<std::pair<std::string, std::string>> choices{{"auto", words("Import", "Recognise by itself")}};
    for (const auto &profile : *saved)
        choices.emplace_back(profile.name, profile.name);
    for (const auto &layout : (*reading)->layouts()) {
        const auto isKnown = [&](const auto &choice) { return choice.first == layout.first; };
        if (std::none_of(choices.begin(), choices.end(), isKnown))
            choices.push_back(layout);
    }
    return choices;
}

} // namespace br
