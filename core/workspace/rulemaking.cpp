#include "core/workspace/rulemaking.h"

#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/exchange/rulecsv.h"
#include "core/exchange/servicejson.h"
#include "core/reconcile/rulecheck.h"
#include "core/store/linkstore.h"
#include "core/store/rulestore.h"
#include "core/workspace/acting.h"

#include <algorithm>
#include <set>

namespace br {

namespace {

constexpr int64_t largestRuleFile = 64LL << 20;

std::string ruleFileNameOf(const std::string &file)
{
    const auto slash = file.find_last_of("/\\");
    return slash == std::string::npos ? file : file.substr(slash + 1);
}

StoredService toStore(const Service &service) { return {service.id, writeService(service)}; }

Error firstProblem(const std::vector<std::string> &problems) { return {Errc::InvalidInput, joined(problems, "\n")}; }

void judgeServices(const std::string &file, ServicesRead &read)
{
    for (auto &problem : read.problems)
        problem.file = file;
    if (!read.problems.empty())
        return;
    for (auto &problem : problemsIn(read.services)) {
        const auto &id = read.services[problem.service].id.text;
        const auto entry = trimmed(id).empty() ? words("Rulemaking", "service %1", {std::to_string(problem.service + 1)}) : id;
        read.problems.push_back(
            {file, read.lines[problem.service], entry + "." + problem.field, shortened(problem.value), std::move(problem.text)});
    }
}

void warnOfUnknownSources(const std::vector<Service> &services, const std::vector<std::pair<SourceName, Side>> &sources, FileReport &report)
{
    std::set<SourceName> known;
    for (const auto &[name, side] : sources)
        known.insert(name);
    for (const auto &service : services) {
        for (const auto &by : service.counted) {
            if (!known.contains(by.source))
                report.warnings.push_back(
                    words("Rulemaking", "%1 counts by source \"%2\", which this workspace does not have: its positions stay unverified.",
                        {service.label(), by.source.text}));
        }
    }
}

Status storeServices(Workspace &workspace, const std::vector<Service> &services, const std::string &file)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    std::vector<StoredService> stored;
    std::ranges::transform(services, std::back_inserter(stored), toStore);
    if (auto put = RuleStore(acting->database()).replaceServices(stored); !put)
        return put;
    const auto detail
        = detailOf({{"file", file}, {"services", std::to_string(services.size())}, {"sha256", sha256Hex(writeServices(services))}});
    if (auto told = acting->event("services.import", file, detail); !told)
        return told;
    return acting->commit();
}

Status storeExceptions(Workspace &workspace, const std::vector<CountException> &exceptions, const std::string &file)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    if (auto put = RuleStore(acting->database()).replaceExceptions(exceptions); !put)
        return put;
    const auto detail = detailOf(
        {{"file", file}, {"exceptions", std::to_string(exceptions.size())}, {"sha256", sha256Hex(writeExceptionsCsv(exceptions))}});
    if (auto told = acting->event(file.empty() ? "exceptions.set" : "exceptions.import", file, detail); !told)
        return told;
    return acting->commit();
}

} // namespace

Result<FileReport> importServices(Workspace &workspace, const std::string &jsonFile)
{
    const auto text = readWholeFile(jsonFile, largestRuleFile);
    if (!text)
        return text.error();
    auto read = readServices(*text);
    const auto file = ruleFileNameOf(jsonFile);
    if (!read)
        return Error{read.error().code, words("Rulemaking", "%1 is not a list of services: %2", {jsonFile, read.error().message})};
    judgeServices(file, *read);
    FileReport report{static_cast<int64_t>(read->services.size()), 0, read->problems, {}};
    if (!report.rejected.empty())
        return report;
    const auto sources = LinkStore(workspace.database()).sources();
    if (!sources)
        return sources.error();
    warnOfUnknownSources(read->services, *sources, report);
    if (const auto stored = storeServices(workspace, read->services, file); !stored)
        return stored.error();
    report.kept = report.rowsIn;
    return report;
}

Status exportServices(Workspace &workspace, const std::string &jsonFile)
{
    const auto all = services(workspace);
    if (!all)
        return all.error();
    if (const auto written = writeFileSafely(jsonFile, writeServices(*all)); !written)
        return written.error();
    return {};
}

Result<std::vector<Service>> services(Workspace &workspace)
{
    const auto stored = RuleStore(workspace.database()).services();
    if (!stored)
        return stored.error();
    std::vector<Service> services;
    for (const auto &row : *stored) {
        auto service = readService(row.definition);
        if (!service)
            return Error{Errc::Damaged,
                words("Rulemaking", "%1: the service %2 cannot be read: %3", {workspace.path(), row.id.text, service.error().message})};
        services.push_back(std::move(*service));
    }
    return services;
}

Status saveService(Workspace &workspace, const Service &service)
{
    if (const auto problems = problemsOf(service); !problems.empty())
        return firstProblem(problems);
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    const auto others = services(workspace);
    if (!others)
        return others.error();
    for (const auto &other : *others) {
        if (other.id != service.id && folded(other.id.text) == folded(service.id.text))
            return Error{Errc::InvalidInput,
                words("Rulemaking", "There is a service \"%1\" already; \"%2\" differs from it in capitals or blanks only.",
                    {other.id.text, service.id.text})};
    }
    const auto stored = toStore(service);
    if (auto put = RuleStore(acting->database()).putService(stored); !put)
        return put;
    if (auto told = acting->event("service.save", service.id.text, std::string(trimmed(stored.definition))); !told)
        return told;
    return acting->commit();
}

Status removeService(Workspace &workspace, const ServiceId &id)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    const auto removed = RuleStore(acting->database()).removeService(id);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{Errc::NotFound, words("Rulemaking", "There is no service with the id \"%1\".", {id.text})};
    if (auto told = acting->event("service.remove", id.text, "{}"); !told)
        return told;
    return acting->commit();
}

Result<FileReport> importExceptions(Workspace &workspace, const std::string &csvFile)
{
    const auto read = readExceptionsCsv(csvFile);
    if (!read)
        return read.error();
    const auto file = ruleFileNameOf(csvFile);
    FileReport report{read->rowsIn, 0, read->rejected, read->warnings};
    const auto known = services(workspace);
    if (!known)
        return known.error();
    const auto clients = LinkStore(workspace.database()).knownClients();
    if (!clients)
        return clients.error();
    std::vector<CountException> exceptions;
    for (const auto &row : read->rows) {
        if (!clients->empty() && !clients->contains(row.value.client.text))
            report.warnings.push_back(words("Rulemaking",
                "%1, row %2: no import of the PSA has a client with the id \"%3\" yet; the exception changes nothing until one has.",
                {file, std::to_string(row.row), row.value.client.text}));
        for (auto &problem : problemsOf(row.value))
            report.rejected.push_back({file, row.row, {}, {}, std::move(problem)});
        if (!std::ranges::any_of(*known, [&row](const Service &service) { return service.id == row.value.service; }))
            report.warnings.push_back(
                words("Rulemaking", "%1, row %2: there is no service with the id \"%3\" yet; the exception changes nothing until there is.",
                    {file, std::to_string(row.row), row.value.service.text}));
        exceptions.push_back(row.value);
    }
    std::ranges::stable_sort(report.rejected, {}, &RejectedRow::row);
    if (!report.rejected.empty())
        return report;
    if (const auto stored = storeExceptions(workspace, exceptions, file); !stored)
        return stored.error();
    report.kept = static_cast<int64_t>(exceptions.size());
    return report;
}

Status exportExceptions(Workspace &workspace, const std::string &csvFile)
{
    const auto all = exceptions(workspace);
    if (!all)
        return all.error();
    if (const auto written = writeFileSafely(csvFile, writeExceptionsCsv(*all)); !written)
        return written.error();
    return {};
}

Result<std::vector<CountException>> exceptions(Workspace &workspace) { return RuleStore(workspace.database()).exceptions(); }

Status setExceptions(Workspace &workspace, const std::vector<CountException> &exceptions)
{
    for (const auto &exception : exceptions) {
        if (const auto problems = problemsOf(exception); !problems.empty())
            return firstProblem(problems);
    }
    return storeExceptions(workspace, exceptions, {});
}

} // namespace br
