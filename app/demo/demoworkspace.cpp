#include "app/demo/demoworkspace.h"

#include "core/base/text.h"
#include "core/workspace/linking.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/sourcing.h"

#include <QFile>
#include <QTemporaryDir>

namespace br {

namespace {

Result<std::string> written(const QTemporaryDir &folder, const QString &name, const std::string &text)
{
    QFile file(folder.filePath(name));
    const auto size = static_cast<qint64>(text.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.flush())
        return Error{
            Errc::Io, words("DemoWorkspace", "%1 could not be written: %2.", {toUtf8(file.fileName()), toUtf8(file.errorString())})};
    return toUtf8(file.fileName());
}

template <class Import>
Status import(Workspace &workspace, const QTemporaryDir &folder, const QString &name, const std::string &text, Import verb)
{
    const auto file = written(folder, name, text);
    if (!file)
        return file.error();
    const auto report = verb(workspace, *file);
    if (!report)
        return report.error();
    if (!report->rejected.empty())
        return Error{Errc::Internal, report->rejected.front().reason};
    return {};
}

} // namespace

Result<std::string> makeDemoWorkspace(const std::string &path, const Environment &environment, const demo::Stand &stand)
{
    const QString file = toQString(path);
    if (QFile::exists(file) && !QFile::remove(file))
        return Error{Errc::Io, words("DemoWorkspace", "%1 is left from an earlier demonstration and cannot be removed.", {path})};
    const auto made = Workspace::create(
        path, {words("DemoWorkspace", "Demonstration with stand-in vendors"), Currency::parse("EUR").value()}, environment);
    if (!made)
        return made.error();
    Workspace &workspace = **made;
    for (const auto &source : stand.sources()) {
        if (const Status added = addSource(workspace, source.source); !added)
            return added.error();
    }
    const QTemporaryDir folder;
    if (const Status done = import(workspace, folder, QStringLiteral("services.json"), demo::standServices(), importServices); !done)
        return done.error();
    if (const Status done = import(workspace, folder, QStringLiteral("links.csv"), demo::standLinks(), importLinks); !done)
        return done.error();
    return workspace.uuid();
}

DemoSecrets::DemoSecrets(SecretStore *behind, const demo::Stand &stand)
    : m_behind(behind)
{
    for (const auto &source : stand.sources()) {
        for (const auto &[field, secret] : source.secrets)
            m_secrets[{source.source.name.text, field}] = secret;
    }
}

bool DemoSecrets::isOurs(const SecretKey &key) const { return !m_workspace.empty() && key.workspace == m_workspace; }

Result<Secret> DemoSecrets::read(const SecretKey &key)
{
    if (isOurs(key)) {
        const std::lock_guard guard(m_mutex);
        if (const auto found = m_secrets.find({key.source.text, key.field}); found != m_secrets.end())
            return Secret(found->second);
    }
    return m_behind ? m_behind->read(key) : Result<Secret>(noKeychain());
}

// What a person types over a stand-in's secret is for this run only.
Status DemoSecrets::write(const SecretKey &key, const Secret &secret)
{
    if (!isOurs(key))
        return m_behind ? m_behind->write(key, secret) : Status(noKeychain());
    const std::lock_guard guard(m_mutex);
    m_secrets[{key.source.text, key.field}] = secret.reveal();
    return {};
}

Status DemoSecrets::remove(const SecretKey &key)
{
    if (!isOurs(key))
        return m_behind ? m_behind->remove(key) : Status(noKeychain());
    const std::lock_guard guard(m_mutex);
    m_secrets.erase({key.source.text, key.field});
    return {};
}

Status DemoSecrets::probe() { return m_behind ? m_behind->probe() : Status(noKeychain()); }

std::string DemoSecrets::where() const { return m_behind ? m_behind->where() : std::string(); }

} // namespace br
