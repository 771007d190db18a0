#include "core/connect/registry.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>
#include <QLibrary>
#include <QPluginLoader>

#include <algorithm>

namespace br {

struct Registry::Entry {
    ConnectorInfo info;
    std::unique_ptr<QPluginLoader> loader;
};

namespace {

std::vector<Side> sidesOf(const QJsonObject &about)
{
    std::vector<Side> sides;
    const auto stated = about.value(QLatin1String("sides")).toArray();
    for (const auto &side : stated)
        sides.push_back(side.toString() == QLatin1String("psa") ? Side::Psa : Side::Vendor);
    return sides;
}

ConnectorInfo infoOf(const QJsonObject &about)
{
    const auto text = [&about](QLatin1String key) { return toUtf8(about.value(key).toString()); };
    return {text(QLatin1String("id")), text(QLatin1String("name")), text(QLatin1String("version")), sidesOf(about)};
}

} // namespace

Registry::Registry(const QStringList &folders)
    : m_folders(folders)
{
    for (const auto &folder : folders) {
        const QDir dir(folder);
        for (const auto &file : dir.entryList(QDir::Files, QDir::Name)) {
            if (!QLibrary::isLibrary(file))
                continue;
            auto loader = std::make_unique<QPluginLoader>(dir.absoluteFilePath(file));
            const auto metaData = loader->metaData(); // read from the file, no code runs
            if (metaData.value(QLatin1String("IID")).toString() != QLatin1String(BrConnectorPluginId))
                continue;
            auto about = infoOf(metaData.value(QLatin1String("MetaData")).toObject());
            const bool known = std::ranges::any_of(m_entries, [&about](const auto &entry) { return entry->info.id == about.id; });
            if (!about.id.empty() && !known)
                m_entries.push_back(std::make_unique<Entry>(Entry{std::move(about), std::move(loader)}));
        }
    }
}

Registry::~Registry() = default;

std::vector<ConnectorInfo> Registry::available() const
{
    std::vector<ConnectorInfo> all;
    for (const auto &entry : m_entries)
        all.push_back(entry->info);
    return all;
}

Error Registry::unknown(const std::string &id) const
{
    const auto searched = m_folders.isEmpty() ? words("connect", "no folder at all") : toUtf8(m_folders.join(QStringLiteral(", ")));
    return {Errc::NotFound, words("connect", "there is no connector \"%1\"; searched: %2", {id, searched})};
}

Result<ConnectorInfo> Registry::info(const std::string &id) const
{
    for (const auto &entry : m_entries) {
        if (entry->info.id == id)
            return entry->info;
    }
    return unknown(id);
}

Result<ConnectorPlugin *> Registry::plugin(const std::string &id)
{
    for (const auto &entry : m_entries) {
        if (entry->info.id != id)
            continue;
        auto *found = qobject_cast<ConnectorPlugin *>(entry->loader->instance());
        if (found == nullptr)
            return Error{Errc::Unsupported,
                words("connect", "the connector \"%1\" in %2 could not be loaded: %3",
                    {id, toUtf8(entry->loader->fileName()), toUtf8(entry->loader->errorString())})};
        return found;
    }
    return unknown(id);
}

QStringList Registry::defaultFolders()
{
    QStringList folders;
    const auto add = [&folders](const QString &folder) {
        const auto clean = QDir::cleanPath(folder);
        if (!folders.contains(clean))
            folders.append(clean);
    };
    if (QCoreApplication::instance() != nullptr) {
        const auto beside = QCoreApplication::applicationDirPath();
        add(beside + QStringLiteral("/../lib/billingreconcile/connectors"));
    }
    const auto named = qEnvironmentVariable("BILLINGRECONCILE_PLUGINS");
    for (const auto &folder : named.split(QDir::listSeparator(), Qt::SkipEmptyParts))
        add(folder);
    return folders;
}

} // namespace br
