#include "core/workspace/stagingsink.h"

#include "core/base/text.h"

namespace br {

StagingSink::StagingSink(Database &database, const StoredSource &source, Period period, int64_t batchId, const TallyRule &rule)
    : m_source(source)
    , m_batchId(batchId)
    , m_vendor(database)
    , m_psa(database, batchId, m_findings)
    , m_assets(database, batchId, rule)
    , m_charges(source.id, period)
{
}

Status StagingSink::wrongSide() const
{
    const auto &source = m_source.source;
    const bool isPsa = source.side == Side::Psa;
    return Error{Errc::InvalidInput,
        isPsa ? words("Import", "%1 is a source of the PSA, but %2 holds what a vendor counts. Import it into a vendor source.",
            {source.name.text, m_findings.file})
              : words("Import", "%1 is a source of a vendor, but %2 holds lines or products of a PSA. Import it into the PSA source.",
                  {source.name.text, m_findings.file})};
}

Status StagingSink::beginFile(const BatchFile &file)
{
    m_findings.file = file.name;
    ++m_findings.fileOrdinal;
    m_findings.rejectedHere = 0;
    return {};
}

Status StagingSink::finishFile(const BatchFile &file)
{
    auto counted = file;
    counted.rowsKept -= m_findings.rejectedHere;
    counted.rowsRejected += m_findings.rejectedHere;
    m_findings.rejectedHere = 0;
    m_files.push_back(std::move(counted));
    return {};
}

Status StagingSink::line(const LineRecord &record) { return m_source.source.side == Side::Psa ? m_psa.line(record) : wrongSide(); }

Status StagingSink::product(const ProductRecord &record)
{
    if (m_source.source.side != Side::Psa)
        return wrongSide();
    m_psa.product(record);
    return {};
}

Status StagingSink::client(const Client &client)
{
    if (m_source.source.side != Side::Psa)
        return wrongSide();
    m_psa.client(client);
    return {};
}

void StagingSink::learnName(Named *known, std::string_view name, std::string_view id, const char *column, int64_t row)
{
    if (name.empty() || name == known->name)
        return;
    if (known->name.empty())
        known->name = name;
    else
        m_findings.warn(row, column, name, words("Import", "%1 was named \"%2\" before; that is used.", {std::string(id), known->name}));
}

Result<StagingSink::Named *> StagingSink::accountOf(std::string_view id, std::string_view name, std::string_view domain, int64_t row)
{
    bool isNew = false;
    const auto place = m_accountIds.number(id, &isNew);
    if (isNew) {
        const auto number = m_vendor.accountNumber(m_source.id, id);
        if (!number)
            return number.error();
        m_accounts.push_back({*number, std::string(name), std::string(domain)});
        return &m_accounts.back();
    }
    auto *known = &m_accounts[place];
    learnName(known, name, id, "account_name", row);
    if (known->domain.empty())
        known->domain = domain;
    return known;
}

Result<StagingSink::Named *> StagingSink::meterOf(std::string_view id, std::string_view name, int64_t row)
{
    bool isNew = false;
    const auto place = m_meterIds.number(id, &isNew);
    if (isNew) {
        const auto number = m_vendor.meterNumber(m_source.id, id);
        if (!number)
            return number.error();
        m_meters.push_back({*number, std::string(name), {}});
        return &m_meters.back();
    }
    auto *known = &m_meters[place];
    learnName(known, name, id, "meter_name", row);
    return known;
}

Status StagingSink::asset(const AssetRecord &record)
{
    if (m_source.source.side != Side::Vendor)
        return wrongSide();
    if (record.accountId.empty() || record.meterId.empty()) {
        m_findings.reject(record.row, record.accountId.empty() ? "account_id" : "meter_id", "",
            words("Import", "The id is missing; fill it in, or leave the row out."));
        return {};
    }
    const auto account = accountOf(record.accountId, record.accountName, record.accountDomain, record.row);
    if (!account)
        return account.error();
    const auto meter = meterOf(record.meterId, record.meterName, record.row);
    if (!meter)
        return meter.error();
    return m_assets.add((*account)->number, (*meter)->number, record, m_findings.fileOrdinal);
}

Status StagingSink::count(const CountRecord &record)
{
    if (m_source.source.side != Side::Vendor)
        return wrongSide();
    const auto &count = record.count;
    if (count.account.isEmpty() || count.meter.isEmpty()) {
        m_findings.reject(record.row, count.account.isEmpty() ? "account_id" : "meter_id", "",
            words("Import", "The id is missing; fill it in, or leave the row out."));
        return {};
    }
    if (count.quantity.sign() < 0) {
        m_findings.reject(record.row, "quantity", count.quantity.toString(),
            words("Import", "A vendor cannot count less than nothing; correct the quantity, or leave the row out."));
        // Without this the rest of the account would be taken for all of it.
        const auto why = words("Import", "%1: a count below zero was rejected", {m_findings.file});
        return unread({{}, count.account, count.meter, why});
    }
    const auto account = accountOf(count.account.text, record.accountName, record.accountDomain, record.row);
    if (!account)
        return account.error();
    const auto meter = meterOf(count.meter.text, record.meterName, record.row);
    if (!meter)
        return meter.error();
    m_charges.noteCount((*account)->number, (*meter)->number, count);
    return m_vendor.addCount(m_batchId, (*account)->number, (*meter)->number, count, {record.raw, m_findings.fileOrdinal, record.row});
}

Status StagingSink::account(const Account &account)
{
    if (m_source.source.side != Side::Vendor)
        return wrongSide();
    const auto known = accountOf(account.id.text, account.name, account.domain, 0);
    return known ? Status() : Status(known.error());
}

Status StagingSink::unread(const Unread &what)
{
    if (m_source.source.side != Side::Vendor)
        return wrongSide();
    if (what.onlyWhereAbsent) {
        m_charges.stateOnlyCharges(what.reason);
        return {};
    }
    std::optional<int64_t> account;
    std::optional<int64_t> meter;
    if (!what.account.isEmpty()) {
        const auto known = accountOf(what.account.text, {}, {}, 0);
        if (!known)
            return known.error();
        account = (*known)->number;
    }
    if (!what.meter.isEmpty()) {
        const auto known = meterOf(what.meter.text, {}, 0);
        if (!known)
            return known.error();
        meter = (*known)->number;
    }
    return m_vendor.addUnread(m_batchId, account, meter, what.reason);
}

Status StagingSink::reject(const RejectedRow &row)
{
    m_findings.rejected.push_back(row);
    return {};
}

Status StagingSink::warn(const RejectedRow &row)
{
    m_findings.warnings.push_back(row);
    return {};
}

Status StagingSink::finish()
{
    if (m_source.source.side == Side::Psa)
        return m_psa.finish();
    std::vector<AccountView> accounts;
    accounts.reserve(m_accounts.size());
    for (uint32_t place = 0; place < m_accounts.size(); ++place) {
        const auto &account = m_accounts[place];
        accounts.push_back({account.number, m_accountIds.text(place), account.name, account.domain});
    }
    if (auto done = m_vendor.addAccounts(m_batchId, std::move(accounts)); !done)
        return done;
    for (const auto &meter : m_meters) {
        if (auto done = m_vendor.addMeter(m_batchId, meter.number, meter.name); !done)
            return done;
    }
    if (auto done = m_charges.finish(m_vendor, m_batchId, m_findings); !done)
        return done;
    return m_assets.finish();
}

} // namespace br
