#include "connectors/rest/library/manifestlibrary.h"

#include "core/base/nearest.h"
#include "core/base/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace br::rest {

namespace {

constexpr qint64 longest = 2 << 20; // of a manifest: more is another kind of file

// What is no text in UTF-8 is told as what it is, before JSON is looked for in it.
std::string wrongText(std::string_view content)
{
    if (trimmed(content).empty())
        return words("manifest", "the file is empty");
    if (content.starts_with("\xFF\xFE") || content.starts_with("\xFE\xFF") || content.substr(0, 2).find('\0') != std::string_view::npos)
        return words("manifest", "it is saved as UTF-16: save it as UTF-8");
    if (content.find('\0') != std::string_view::npos)
        return words("manifest", "it holds NUL bytes: it is no text, or it was damaged");
    if (!isValidUtf8(content))
        return words("manifest", "it is not UTF-8: save it as UTF-8");
    return {};
}

Result<std::string> contentOf(const std::string &path)
{
    QFile file(toQString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{Errc::Io, words("manifest", "%1 cannot be read: %2", {path, toUtf8(file.errorString())})};
    const auto content = file.read(longest + 1).toStdString(); // a device has no size
    if (std::cmp_greater(content.size(), longest))
        return Error{Errc::Io, words("manifest", "%1 is larger than 2 MB, too large for a manifest", {path})};
    if (const auto wrong = wrongText(content); !wrong.empty())
        return Error{Errc::InvalidInput, words("manifest", "%1 cannot be read: %2", {path, wrong})};
    return content;
}

Result<ReadManifest> readFile(const std::string &path)
{
    auto content = contentOf(path);
    if (!content)
        return content.error();
    return readManifest(std::move(*content), path);
}

QStringList manifestsIn(const QDir &folder)
{
    auto names = folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    names.removeAll(QStringLiteral("manifest.schema.json"));
    return names;
}

} // namespace

ManifestLibrary::ManifestLibrary()
    : ManifestLibrary(defaultFolder())
{
}

ManifestLibrary::ManifestLibrary(std::string ownFolder)
    : m_ownFolder(std::move(ownFolder))
{
    addShipped();
    addOwn();
    std::ranges::sort(m_manifests, {}, [](const auto &manifest) { return folded(manifest->info.name); });
}

std::string ManifestLibrary::defaultFolder()
{
    if (const auto given = qEnvironmentVariable("BILLINGRECONCILE_VENDORS"); !given.isEmpty())
        return toUtf8(given);
    const auto data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return toUtf8(data + QStringLiteral("/billingreconcile/connectors"));
}

void ManifestLibrary::addShipped()
{
    const QDir folder(QStringLiteral(":/connectors/vendors"));
    for (const auto &name : manifestsIn(folder)) {
        auto content = contentOf(toUtf8(folder.filePath(name)));
        auto read = content ? readManifest(std::move(*content), {}) : ReadManifest();
        if (read.manifest) {
            m_manifests.push_back(std::move(read.manifest));
            continue;
        }
        for (auto &problem : read.problems) { // a test reads every one
            problem.file = toUtf8(name);
            if (problem.isError)
                m_problems.push_back(std::move(problem));
        }
    }
}

void ManifestLibrary::addOwn()
{
    const QDir folder(toQString(m_ownFolder));
    for (const auto &name : manifestsIn(folder)) {
        const auto path = toUtf8(folder.filePath(name));
        auto read = readFile(path);
        if (!read) {
            m_problems.push_back({path, 0, {}, read.error().message, true});
            continue;
        }
        for (auto &problem : read->problems) {
            if (problem.isError)
                m_problems.push_back(std::move(problem));
        }
        if (!read->manifest)
            continue;
        const auto same = std::ranges::find(m_manifests, read->manifest->info.id, [](const auto &manifest) { return manifest->info.id; });
        if (same == m_manifests.end()) {
            m_manifests.push_back(std::move(read->manifest));
            continue;
        }
        const auto &replaced = (*same)->info;
        m_problems.push_back({path, 0, "/id",
            replaced.file.empty() ? words("manifest", "this replaces the shipped manifest of %1", {replaced.name})
                                  : words("manifest", "%1 has the same id \"%2\"; it was left out", {replaced.file, replaced.id}),
            !replaced.file.empty()});
        if (replaced.file.empty())
            *same = std::move(read->manifest);
    }
}

std::vector<VendorInfo> ManifestLibrary::vendors() const
{
    std::vector<VendorInfo> all;
    std::ranges::transform(m_manifests, std::back_inserter(all), [](const auto &manifest) { return manifest->info; });
    return all;
}

Result<std::shared_ptr<const Manifest>> ManifestLibrary::find(const std::string &id) const
{
    std::vector<std::string> known;
    for (const auto &manifest : m_manifests) {
        if (manifest->info.id == id)
            return manifest;
        known.push_back(manifest->info.id);
    }
    return Error{Errc::NotFound, words("manifest", "there is no vendor \"%1\".", {id}) + didYouMean(id, known)};
}

Result<std::vector<ManifestProblem>> ManifestLibrary::check(const std::string &file)
{
    auto read = readFile(file);
    if (!read)
        return read.error();
    return std::move(read->problems);
}

Result<std::shared_ptr<const Manifest>> ManifestLibrary::load(const std::string &file)
{
    auto read = readFile(file);
    if (!read)
        return read.error();
    if (read->manifest)
        return std::move(read->manifest);
    const auto first = std::ranges::find(read->problems, true, &ManifestProblem::isError);
    return Error{Errc::InvalidInput, first == read->problems.end() ? file : problemText(*first)};
}

std::string problemText(const ManifestProblem &problem)
{
    auto where = problem.file;
    if (problem.line > 0)
        where = words("manifest", "%1, line %2", {where, std::to_string(problem.line)});
    if (!problem.key.empty())
        where += ", " + problem.key;
    return where + ": " + problem.what;
}

} // namespace br::rest
