#include "app/sample/sample.h"

#include "core/base/text.h"
#include "core/workspace/deciding.h"
#include "core/workspace/linking.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/sourcing.h"
#include "core/workspace/staging.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace br {

namespace {

struct SampleImport {
    SourceName source;
    Period period;
    std::vector<std::string> files;
};

struct Manifest {
    NewWorkspace workspace;
    std::vector<Source> sources;
    std::vector<Period> periods;
    std::vector<SampleImport> imports;    // by period, then as the sources are listed
    std::vector<DecideRequest> approvals; // made as soon as their month is compared
};

Error damaged(const std::string &what)
{
    return {Errc::Internal, words("sample", "The sample inside the program is damaged: %1. Install the program again.", {what})};
}

Result<Manifest> readManifest()
{
    QFile file(u":/sample/sample.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return damaged("sample.json");
    const auto root = QJsonDocument::fromJson(file.readAll()).object();
    Manifest manifest;
    auto currency = Currency::parse(toUtf8(root["currency"_L1].toString()));
    if (!currency)
        return damaged("currency");
    manifest.workspace = {toUtf8(root["name"_L1].toString()), *currency};
    const auto sources = root["sources"_L1].toArray();
    for (const auto &entry : sources) {
        const auto source = entry.toObject();
        const auto side = source["side"_L1].toString() == "psa"_L1 ? Side::Psa : Side::Vendor;
        manifest.sources.push_back(
            {SourceName(toUtf8(source["name"_L1].toString())), side, toUtf8(source["connector"_L1].toString()), "{}"});
    }
    const auto periods = root["periods"_L1].toArray();
    for (const auto &entry : periods) {
        const auto name = entry.toString();
        const auto period = Period::parse(toUtf8(name));
        if (!period)
            return damaged("periods");
        manifest.periods.push_back(*period);
        for (const auto &source : sources) {
            SampleImport import{SourceName(toUtf8(source.toObject()["name"_L1].toString())), *period, {}};
            const auto files = source.toObject()["files"_L1].toObject()[name].toArray();
            for (const auto &one : files)
                import.files.push_back(toUtf8(one.toString()));
            if (!import.files.empty())
                manifest.imports.push_back(std::move(import));
        }
    }
    const auto approvals = root["approvals"_L1].toArray();
    for (const auto &one : approvals) {
        DecideRequest request;
        request.key = toUtf8(one.toObject()["key"_L1].toString());
        request.by = toUtf8(one.toObject()["by"_L1].toString());
        manifest.approvals.push_back(std::move(request));
    }
    return manifest;
}

Status importAll(Workspace &workspace, const Manifest &manifest, const std::string &folder, Progress &progress)
{
    for (const auto &import : manifest.imports) {
        ImportRequest request;
        request.source = import.source;
        request.period = import.period;
        for (const auto &file : import.files)
            request.files.push_back(folder + '/' + file);
        const auto report = importFiles(workspace, request, progress);
        if (!report)
            return report.error();
        if (report->refused)
            return *report->refused;
    }
    return {};
}

Status acceptAll(const Result<FileReport> &report, const std::string &file)
{
    if (!report)
        return report.error();
    if (!report->rejected.empty())
        return damaged(
            words("sample", "%1, row %2: %3", {file, std::to_string(report->rejected.front().row), report->rejected.front().reason}));
    return {};
}

Status fill(Workspace &workspace, const Manifest &manifest, const std::string &folder, Progress &progress)
{
    for (const auto &source : manifest.sources) {
        if (auto status = addSource(workspace, source); !status)
            return status;
    }
    // Services first: the counts made at ingest then keep the day distances that they ask for.
    if (auto status = acceptAll(importServices(workspace, folder + "/services.json"), "services.json"); !status)
        return status;
    if (auto status = importAll(workspace, manifest, folder, progress); !status)
        return status;
    if (auto status = acceptAll(importLinks(workspace, folder + "/links.csv"), "links.csv"); !status)
        return status;
    if (auto status = acceptAll(importExceptions(workspace, folder + "/exceptions.csv"), "exceptions.csv"); !status)
        return status;
    for (const auto period : manifest.periods) {
        if (auto run = reconcile(workspace, period, {}, progress); !run)
            return run.error();
        // Before the next month is compared: that one looks for what was approved.
        for (const auto &request : manifest.approvals) {
            if (!request.key.starts_with(period.toString()))
                continue;
            if (auto decided = decide(workspace, request); !decided)
                return decided.error();
        }
    }
    return {};
}

} // namespace

Status copySampleFiles(const std::string &folder)
{
    const QDir target(toQString(folder));
    const QDir inside(u":/sample/files"_s);
    const auto names = inside.entryList(QDir::Files);
    if (names.isEmpty())
        return damaged("files");
    for (const auto &name : names) {
        const auto path = target.filePath(name);
        if (!QFile::copy(inside.filePath(name), path))
            return Error{Errc::Io, words("sample", "%1 could not be written; is the disk full, or does the file exist?", {toUtf8(path)})};
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    return {};
}

Status makeSampleWorkspace(const std::string &path, const Environment &environment, Progress &progress)
{
    const auto manifest = readManifest();
    if (!manifest)
        return manifest.error();
    QTemporaryDir folder;
    if (!folder.isValid())
        return Error{Errc::Io, words("sample", "No temporary folder could be made: %1", {toUtf8(folder.errorString())})};
    const auto files = toUtf8(folder.path());
    if (auto status = copySampleFiles(files); !status)
        return status;
    auto workspace = Workspace::create(path, manifest->workspace, environment);
    if (!workspace)
        return workspace.error();
    auto status = fill(**workspace, *manifest, files, progress);
    if (!status) {
        workspace->reset(); // closes the file and gives up its lock before it goes
        QFile::remove(toQString(path));
    }
    return status;
}

} // namespace br
