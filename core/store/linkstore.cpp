#include "core/store/linkstore.h"

#include "core/base/text.h"

namespace br {

namespace {

Error noSource(const SourceName &source) { return {Errc::NotFound, words("LinkStore", "There is no source named %1.", {source.text})}; }

} // namespace

Result<std::vector<AccountLink>> LinkStore::all() const
{
    std::vector<AccountLink> links;
    const auto read = m_database.each("link/all", [&links](const Statement &row) {
        const auto state = row.text(3) == "ignored" ? AccountLink::State::Ignored : AccountLink::State::Linked;
        links.push_back({SourceName(row.string(0)), AccountId(row.string(1)), ClientId(row.string(2)), state, row.string(4)});
    });
    if (!read)
        return read.error();
    return links;
}

Result<std::vector<ClientId>> LinkStore::linkedClients() const
{
    std::vector<ClientId> clients;
    const auto read = m_database.each("link/clients", [&clients](const Statement &row) { clients.emplace_back(row.string(0)); });
    if (!read)
        return read.error();
    return clients;
}

Status LinkStore::put(const AccountLink &link, const Acted &acted)
{
    const std::string_view state = link.state == AccountLink::State::Ignored ? "ignored" : "linked";
    const auto done = m_database.run("link/put", link.account, link.client, state, std::string_view(link.reason),
        std::string_view(acted.by), std::string_view(acted.at), link.source);
    if (!done)
        return done;
    return m_database.changes() == 0 ? Status(noSource(link.source)) : Status();
}

Result<bool> LinkStore::remove(const SourceName &source, const AccountId &account)
{
    if (const auto done = m_database.run("link/remove", account, source); !done)
        return done.error();
    return m_database.changes() > 0;
}

Result<std::vector<IgnoredMeter>> LinkStore::ignoredMeters() const
{
    std::vector<IgnoredMeter> meters;
    const auto read = m_database.each("link/ignored_meters", [&meters](const Statement &row) {
        meters.push_back({SourceName(row.string(0)), MeterId(row.string(1)), row.string(2)});
    });
    if (!read)
        return read.error();
    return meters;
}

Status LinkStore::ignoreMeter(const IgnoredMeter &meter, const Acted &acted)
{
    const auto done = m_database.run("link/ignore_meter", meter.meter, std::string_view(meter.reason), std::string_view(acted.by),
        std::string_view(acted.at), meter.source);
    if (!done)
        return done;
    return m_database.changes() == 0 ? Status(noSource(meter.source)) : Status();
}

Result<bool> LinkStore::considerMeter(const SourceName &source, const MeterId &meter)
{
    if (const auto done = m_database.run("link/consider_meter", meter, source); !done)
        return done.error();
    return m_database.changes() > 0;
}

Result<std::vector<std::pair<SourceName, Side>>> LinkStore::sources() const
{
    std::vector<std::pair<SourceName, Side>> sources;
    const auto read = m_database.each("link/sources", [&sources](const Statement &row) {
        sources.emplace_back(SourceName(row.string(0)), row.text(1) == "psa" ? Side::Psa : Side::Vendor);
    });
    if (!read)
        return read.error();
    return sources;
}

Result<std::unordered_set<std::string>> LinkStore::knownClients() const
{
    std::unordered_set<std::string> clients;
    const auto read = m_database.each("link/known_clients", [&clients](const Statement &row) { clients.insert(row.string(0)); });
    if (!read)
        return read.error();
    return clients;
}

} // namespace br
