#include "core/workspace/linking.h"

#include "core/base/nearest.h"
#include "core/base/safefile.h"
#include "core/base/text.h"
#include "core/exchange/rulecsv.h"
#include "core/store/sourcestore.h"
#include "core/store/vendorstore.h"
#include "core/workspace/acting.h"

#include <algorithm>
#include <map>

namespace br {

namespace {

using Sources = std::vector<std::pair<SourceName, Side>>;
using ReadLinks = CsvRows<AccountLink>;

std::string linkFileNameOf(const std::string &file)
{
    const auto slash = file.find_last_of("/\\");
    return slash == std::string::npos ? file : file.substr(slash + 1);
}

// Why a source cannot be linked; empty: it can.
std::string sourceProblem(const SourceName &source, const Sources &sources)
{
    std::vector<std::string> names;
    for (const auto &[name, side] : sources) {
        if (name == source && side == Side::Vendor)
            return {};
        if (name == source)
            return words("Linking", "%1 is a source of the PSA; only accounts of vendors are linked to clients.", {source.text});
        if (side == Side::Vendor)
            names.push_back(name.text);
    }
    const auto known
        = names.empty() ? words("Linking", "There is none yet; add it first.") : words("Linking", "There are: %1.", {joined(names, ", ")});
    return words("Linking", "There is no source named \"%1\" in this workspace.", {source.text}) + " " + known
        + didYouMean(source.text, names);
}

bool isIgnoredWithoutReason(const AccountLink &link) { return link.state == AccountLink::State::Ignored && trimmed(link.reason).empty(); }

std::string reasonWanted() { return words("Linking", "An account is ignored for a reason; say which one."); }

std::string linkProblem(const AccountLink &link, const Sources &sources)
{
    if (link.account.isEmpty())
        return words("Linking", "A link needs the id of an account.");
    if (link.state == AccountLink::State::Linked && link.client.isEmpty())
        return words("Linking", "Account %1 of %2 is to be linked but no client is given.", {link.account.text, link.source.text});
    if (isIgnoredWithoutReason(link))
        return reasonWanted();
    return sourceProblem(link.source, sources);
}

void judgeRows(const std::string &file, const Sources &sources, ReadLinks &read)
{
    std::map<std::pair<SourceName, AccountId>, const ReadLinks::Read *> first;
    const auto reject = [&](const ReadLinks::Read &row, const char *column, const std::string &value, std::string reason) {
        read.rejected.push_back({file, row.row, column, shortened(value), std::move(reason)});
    };
    for (const auto &row : read.rows) {
        if (auto problem = sourceProblem(row.value.source, sources); !problem.empty())
            reject(row, "source", row.value.source.text, std::move(problem));
        if (isIgnoredWithoutReason(row.value))
            reject(row, "reason", {}, reasonWanted());
        const auto [place, isNew] = first.try_emplace({row.value.source, row.value.account}, &row);
        if (isNew)
            continue;
        const auto number = std::to_string(place->second->row);
        if (place->second->value == row.value)
            read.warnings.push_back(words("Linking", "%1, row %2 says the same as row %3.", {file, std::to_string(row.row), number}));
        else
            reject(row, "account_id", row.value.account.text,
                words("Linking", "This account stands in row %1 already, with something else; keep one of them.", {number}));
    }
    std::ranges::stable_sort(read.rejected, {}, &RejectedRow::row);
}

void warnOfUnknownClients(const std::unordered_set<std::string> &known, const std::string &file, ReadLinks &read)
{
    if (known.empty())
        return;
    for (const auto &row : read.rows) {
        if (row.value.state == AccountLink::State::Linked && !known.contains(row.value.client.text))
            read.warnings.push_back(words("Linking", "%1, row %2: no import of the PSA has a client with the id \"%3\" yet.",
                {file, std::to_string(row.row), row.value.client.text}));
    }
}

Status putLink(Acting &acting, const AccountLink &link) { return LinkStore(acting.database()).put(link, acting.acted()); }

std::string describe(const AccountLink &link)
{
    const bool ignored = link.state == AccountLink::State::Ignored;
    return detailOf({{"source", link.source.text}, {"account", link.account.text}, {"client", link.client.text},
        {"state", ignored ? "ignored" : "linked"}, {"reason", link.reason}});
}

} // namespace

Result<FileReport> importLinks(Workspace &workspace, const std::string &csvFile)
{
    auto read = readLinksCsv(csvFile);
    if (!read)
        return read.error();
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    LinkStore store(acting->database());
    const auto sources = store.sources();
    if (!sources)
        return sources.error();
    const auto known = store.knownClients();
    if (!known)
        return known.error();
    const auto file = linkFileNameOf(csvFile);
    judgeRows(file, *sources, *read);
    warnOfUnknownClients(*known, file, *read);
    FileReport report{read->rowsIn, 0, read->rejected, read->warnings};
    if (!report.rejected.empty())
        return report;
    for (const auto &row : read->rows) {
        if (const auto put = store.put(row.value, acting->acted()); !put)
            return put.error();
    }
    report.kept = static_cast<int64_t>(read->rows.size());
    const auto detail = detailOf({{"file", file}, {"links", std::to_string(report.kept)}});
    if (const auto told = acting->event("links.import", file, detail); !told)
        return told.error();
    if (const auto done = acting->commit(); !done)
        return done.error();
    return report;
}

Status exportLinks(Workspace &workspace, const std::string &csvFile)
{
    const auto all = links(workspace);
    if (!all)
        return all.error();
    if (const auto written = writeFileSafely(csvFile, writeLinksCsv(*all)); !written)
        return written.error();
    return {};
}

Result<std::vector<AccountLink>> links(Workspace &workspace) { return LinkStore(workspace.database()).all(); }

Status setLinks(Workspace &workspace, const std::vector<AccountLink> &links)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    const auto sources = LinkStore(acting->database()).sources();
    if (!sources)
        return sources.error();
    for (auto link : links) {
        if (link.state == AccountLink::State::Ignored)
            link.client = {};
        if (auto problem = linkProblem(link, *sources); !problem.empty())
            return Error{Errc::InvalidInput, std::move(problem)};
        if (auto put = putLink(*acting, link); !put)
            return put;
        const auto what = link.state == AccountLink::State::Ignored ? "link.ignore" : "link.set";
        if (auto told = acting->event(what, link.source.text + "/" + link.account.text, describe(link)); !told)
            return told;
    }
    return acting->commit();
}

Status removeLinks(Workspace &workspace, const std::vector<std::pair<SourceName, AccountId>> &accounts)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    for (const auto &[source, account] : accounts) {
        const auto removed = LinkStore(acting->database()).remove(source, account);
        if (!removed)
            return removed.error();
        if (!*removed)
            return Error{Errc::NotFound, words("Linking", "Account %1 of %2 has no link to remove.", {account.text, source.text})};
        const auto detail = detailOf({{"source", source.text}, {"account", account.text}});
        if (auto told = acting->event("link.remove", source.text + "/" + account.text, detail); !told)
            return told;
    }
    return acting->commit();
}

Status undoLinks(Workspace &workspace, const std::vector<LinkChange> &changes)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    LinkStore store(acting->database());
    const auto now = store.all();
    if (!now)
        return now.error();
    for (const auto &change : changes) {
        const auto found = std::ranges::find_if(
            *now, [&change](const AccountLink &link) { return link.source == change.source && link.account == change.account; });
        if ((found == now->end() ? std::nullopt : std::optional(*found)) != change.after)
            return Error{Errc::Conflict,
                words("Linking", "The link of account %1 of %2 has been changed since. It stays as it is; nothing was taken back.",
                    {change.account.text, change.source.text})};
        if (change.before) {
            if (auto put = putLink(*acting, *change.before); !put)
                return put;
        } else if (const auto removed = store.remove(change.source, change.account); !removed) {
            return removed.error();
        }
        const auto detail
            = change.before ? describe(*change.before) : detailOf({{"source", change.source.text}, {"account", change.account.text}});
        if (auto told = acting->event("link.undo", change.source.text + "/" + change.account.text, detail); !told)
            return told;
    }
    return acting->commit();
}

Status ignoreMeter(Workspace &workspace, const IgnoredMeter &meter)
{
    if (meter.meter.isEmpty())
        return Error{Errc::InvalidInput, words("Linking", "Name the meter to ignore.")};
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    // Whether an import has the meter is not asked: rules may be made before the data come.
    if (auto put = LinkStore(acting->database()).ignoreMeter(meter, acting->acted()); !put)
        return put;
    const auto detail = detailOf({{"source", meter.source.text}, {"meter", meter.meter.text}, {"reason", meter.reason}});
    if (auto told = acting->event("meter.ignore", meter.source.text + "/" + meter.meter.text, detail); !told)
        return told;
    return acting->commit();
}

Status considerMeter(Workspace &workspace, const SourceName &source, const MeterId &meter)
{
    auto acting = Acting::begin(workspace);
    if (!acting)
        return acting.error();
    const auto removed = LinkStore(acting->database()).considerMeter(source, meter);
    if (!removed)
        return removed.error();
    if (!*removed)
        return Error{Errc::NotFound, words("Linking", "Meter %1 of %2 is not ignored.", {meter.text, source.text})};
    const auto detail = detailOf({{"source", source.text}, {"meter", meter.text}});
    if (auto told = acting->event("meter.consider", source.text + "/" + meter.text, detail); !told)
        return told;
    return acting->commit();
}

Result<std::vector<IgnoredMeter>> ignoredMeters(Workspace &workspace) { return LinkStore(workspace.database()).ignoredMeters(); }

} // namespace br
