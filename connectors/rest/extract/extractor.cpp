#include "connectors/rest/extract/extractor.h"

#include "connectors/rest/extract/recordfields.h"
#include "connectors/rest/extract/sums.h"
#include "connectors/rest/extract/warnings.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

std::string belowZero() { return words("rest", "a vendor cannot count less than nothing"); }

} // namespace

struct Extractor::Parts {
    const Manifest &manifest;
    const StreamSpec &stream;
    RunMemory &memory;
    RecordSink &sink;
    Warnings warnings;
    RecordFields fields;
    Sums sums;
    ExtractCounts counts;
    std::map<const EmitSpec *, std::vector<bool>> led;    // of emits that were made: which of their fields were ever there
    std::string evidence;                                 // of the record at hand
    std::set<std::pair<std::string, std::string>> unread; // told: account and meter

    enum class Outcome { Made, Skipped, PassedOver, Rejected };

    Result<Outcome> takeOne(const EmitSpec &spec, const Scope &scope, int64_t page);
    // Whether at least one record was made, of the lists from `depth` on.
    Result<bool> takeEach(const EmitSpec &spec, const Scope &scope, int64_t page, size_t depth = 0);
    std::string placeOf(const Scope &scope, int64_t page) const;
    void noteLed(const EmitSpec &spec);
    Status send(const EmitSpec &spec);
    Status tellUnread(AccountId account, MeterId meter, const std::string &why);
    Status rejectSum(const CountRecord &record);
    void gatherEvidence(const EmitSpec &spec, const Scope &scope);
    Error fault(const Scope &scope, int64_t page) const;
    Status sendAsset();
    Status sendCount(bool sums);
    Status sendLine();
    Status sendProduct();
    Status sendClient();
    Status sendAccount();
    bool isUsable() const { return !fields.fault() && !fields.rejection(); }
    void readClient(Client &client);
};

Extractor::Extractor(const Manifest &manifest, const StreamSpec &stream, RunMemory &memory, RecordSink &sink)
    : m_parts(new Parts{manifest, stream, memory, sink, Warnings(sink, memory, stream.label), {}, {}, {}, {}, {}, {}})
{
}

Extractor::~Extractor() = default;

const ExtractCounts &Extractor::counts() const { return m_parts->counts; }

Status Extractor::take(const Scope &given, int64_t page)
{
    auto &parts = *m_parts;
    auto scope = given;
    scope.tables = &parts.memory.tables;
    ++parts.counts.seen;
    if (parts.stream.keep)
        parts.memory.tables.keep(*parts.stream.keep, scope);
    bool isMade = parts.stream.emits.empty();
    for (const auto &spec : parts.stream.emits) {
        const auto made = parts.takeEach(spec, scope, page);
        if (!made)
            return made.error();
        isMade = isMade || *made;
    }
    if (isMade || parts.stream.keep || parts.stream.isParent)
        ++parts.counts.kept;
    return {};
}

Result<bool> Extractor::Parts::takeEach(const EmitSpec &spec, const Scope &scope, int64_t page, size_t depth)
{
    if (depth == spec.each.size()) {
        const auto outcome = takeOne(spec, scope, page);
        return outcome ? Result<bool>(*outcome == Outcome::Made) : Result<bool>(outcome.error());
    }
    bool isMade = false;
    const auto &path = spec.each[depth];
    const auto list = jsonAt(path, scope);
    if (list.isAbsent() && spec.optional)
        return false;
    if (!list.isList() && !list.isObject())
        return Error{Errc::InvalidInput,
            list.isAbsent() ? words("rest",
                "%1: there is no list \"%2\", which \"each\" names; \"optional\": true beside it says that it may be missing",
                {placeOf(scope, page), path.written})
                            : words("rest", "%1: \"%2\", which \"each\" names, is not a list but %3",
                                {placeOf(scope, page), path.written, shortened(list.json())})};
    const OuterRecord outer{scope.record, scope.outer};
    auto inner = scope;
    inner.outer = &outer;
    inner.index = -1;
    for (const auto element : list) {
        inner.record = element;
        inner.key = list.isObject() ? element.key() : std::string_view();
        ++inner.index;
        const auto made = takeEach(spec, inner, page, depth + 1);
        if (!made)
            return made.error();
        isMade = isMade || *made;
    }
    return isMade;
}

Result<Extractor::Parts::Outcome> Extractor::Parts::takeOne(const EmitSpec &spec, const Scope &scope, int64_t page)
{
    Scratch scratch;
    if (!holdAll(spec.when, scope, scratch))
        return Outcome::PassedOver;
    for (const auto &skip : spec.skip) {
        if (holdAll(skip.when, scope, scratch)) {
            ++counts.skipped[skip.why];
            return Outcome::Skipped;
        }
    }
    fields.read(spec, scope);
    noteLed(spec);
    gatherEvidence(spec, scope);
    if (auto sent = send(spec); !sent)
        return sent.error();
    if (fields.fault())
        return fault(scope, page);
    if (auto told = warnings.tell(counts.seen, fields.notes()); !told)
        return told.error();
    if (const auto &problem = fields.rejection()) {
        ++counts.rejected;
        if (auto told = sink.reject({stream.label, counts.seen, problem->path, shortened(problem->value), problem->reason}); !told)
            return told.error();
        const bool isCounted = spec.record == RecordKind::Asset || spec.record == RecordKind::Count;
        const AccountId account(fields.textCopy(field::AccountId));
        if (auto told = isCounted ? tellUnread(account, MeterId(fields.textCopy(field::MeterId)), problem->reason) : Status(); !told)
            return told.error();
        return Outcome::Rejected;
    }
    return Outcome::Made;
}

void Extractor::Parts::noteLed(const EmitSpec &spec)
{
    auto &there = led[&spec];
    there.resize(spec.fields.size());
    for (size_t i = 0; i < there.size(); ++i) {
        if (!there[i] && fields.isThere(spec.fields[i].slot))
            there[i] = true;
    }
}

// What a rejected record would have counted is unknown, not zero: the account and the meter, as far as it says them.
Status Extractor::Parts::tellUnread(AccountId account, MeterId meter, const std::string &why)
{
    if (!unread.insert({account.text, meter.text}).second)
        return {};
    return sink.unread({{}, std::move(account), std::move(meter), words("rest", "%1: a record was rejected: %2", {stream.label, why})});
}

// {"path": value, …} of what is there.
void Extractor::Parts::gatherEvidence(const EmitSpec &spec, const Scope &scope)
{
    evidence.clear();
    for (const auto &path : spec.evidence) {
        const auto value = jsonAt(path, scope);
        const auto text = value.isAbsent() ? textAt(path, scope) : std::nullopt;
        if (value.isAbsent() && !text)
            continue;
        evidence += evidence.empty() ? '{' : ',';
        appendJsonText(evidence, path.written);
        evidence += ':';
        if (text)
            appendJsonText(evidence, *text);
        else
            evidence += value.json();
    }
    if (!evidence.empty())
        evidence += '}';
}

// "FakeVendor, Devices, page 3, record 12 (id)": the record of the list, also from within its `each`.
std::string Extractor::Parts::placeOf(const Scope &scope, int64_t page) const
{
    auto whole = scope;
    for (const auto *outer = scope.outer; outer != nullptr; outer = outer->outer)
        whole.record = outer->record;
    const auto identity = identityOf(stream, whole);
    const auto record = std::to_string(counts.seen) + (identity.empty() ? "" : " (" + shortened(identity) + ")");
    return words("rest", "%1, %2, page %3, record %4", {manifest.info.name, stream.label, std::to_string(page), record});
}

Error Extractor::Parts::fault(const Scope &scope, int64_t page) const
{
    const auto &problem = *fields.fault();
    return {Errc::InvalidInput,
        words("rest", "%1: %2 holds \"%3\": %4. Nothing was taken from this sync",
            {placeOf(scope, page), problem.path, shortened(problem.value), problem.reason})};
}

Status Extractor::Parts::send(const EmitSpec &spec)
{
    switch (spec.record) {
    case RecordKind::Asset:
        return sendAsset();
    case RecordKind::Count:
        return sendCount(spec.sums);
    case RecordKind::Line:
        return sendLine();
    case RecordKind::Product:
        return sendProduct();
    case RecordKind::Client:
        return sendClient();
    case RecordKind::Account:
        return sendAccount();
    }
    return {};
}

Status Extractor::Parts::sendAsset()
{
    AssetRecord asset;
    asset.accountId = fields.neededText(field::AccountId);
    asset.accountName = fields.text(field::AccountName);
    asset.accountDomain = fields.text(field::AccountDomain);
    asset.meterId = fields.neededText(field::MeterId);
    asset.meterName = fields.text(field::MeterName);
    asset.id = fields.neededText(field::AssetId);
    asset.name = fields.text(field::AssetName);
    asset.assetClass = fields.text(field::AssetClass);
    asset.status = fields.text(field::Status);
    asset.assigned = fields.day(field::AssignedAt);
    asset.ended = fields.day(field::EndedAt);
    asset.lastSeen = fields.day(field::LastSeenAt);
    asset.raw = evidence;
    asset.row = counts.seen;
    return isUsable() ? sink.asset(asset) : Status();
}

Status Extractor::Parts::sendCount(bool isSummed)
{
    CountRecord record;
    auto &count = record.count;
    record.accountName = fields.textCopy(field::AccountName);
    record.accountDomain = fields.textCopy(field::AccountDomain);
    record.meterName = fields.textCopy(field::MeterName);
    record.raw = evidence;
    record.row = counts.seen;
    count.account.text = fields.neededText(field::AccountId);
    count.meter.text = fields.neededText(field::MeterId);
    count.subscription = fields.textCopy(field::SubscriptionId);
    count.measure = fields.measure();
    count.quantity = fields.neededNumber(field::Quantity);
    count.currency = fields.currency(memory.currency);
    count.unitCost = fields.monthlyCost();
    count.term = fields.textCopy(field::Term);
    count.commitmentEnd = fields.day(field::CommitmentEnd);
    count.status = fields.textCopy(field::Status);
    if (!isSummed && count.quantity.sign() < 0 && isUsable())
        fields.reject(field::Quantity, belowZero());
    if (!isUsable())
        return {};
    return isSummed ? sums.add(record) : sink.count(record);
}

void Extractor::Parts::readClient(Client &client)
{
    client.id.text = fields.neededText(field::ClientId);
    const auto name = fields.text(field::ClientName);
    client.name = name.empty() ? client.id.text : std::string(name);
    client.parent.text = fields.text(field::ParentClientId);
    client.rollUp = fields.truth(field::RollUp, false);
}

Status Extractor::Parts::sendLine()
{
    LineRecord record;
    record.raw = evidence;
    record.row = counts.seen;
    readClient(record.client);
    auto &agreement = record.agreement;
    agreement.id.text = fields.text(field::AgreementId);
    agreement.name = fields.text(field::AgreementName);
    agreement.client = record.client.id;
    agreement.start = fields.day(field::AgreementStart);
    agreement.end = fields.day(field::AgreementEnd);
    agreement.cycle = fields.cycle();
    auto &line = record.line;
    line.id.text = fields.neededText(field::LineId);
    line.client = record.client.id;
    line.product.text = fields.neededText(field::ProductId);
    line.quantity = fields.neededNumber(field::Quantity);
    line.included = fields.number(field::IncludedQuantity).value_or(Decimal());
    line.currency = fields.currency(memory.currency);
    line.unitPrice = fields.number(field::UnitPrice);
    line.unitCost = fields.number(field::UnitCost);
    line.billable = fields.truth(field::Billable, true);
    line.effective = fields.day(field::EffectiveDate);
    line.cancelled = fields.day(field::CancelledDate);
    record.productName = fields.text(field::ProductName);
    completeAgreement(record);
    if (isUsable() && !memory.lines.insert(line.id.text).second)
        fields.reject(field::LineId, words("rest", "this line came already; each line id may stand once"));
    return isUsable() ? sink.line(record) : Status();
}

Status Extractor::Parts::sendProduct()
{
    ProductRecord record;
    record.raw = evidence;
    record.row = counts.seen;
    auto &product = record.product;
    product.id.text = fields.neededText(field::ProductId);
    product.name = fields.text(field::ProductName);
    product.currency = fields.currency(memory.currency);
    product.listPrice = fields.number(field::ListPrice);
    product.unitCost = fields.number(field::UnitCost);
    return isUsable() ? sink.product(record) : Status();
}

Status Extractor::Parts::sendClient()
{
    Client client;
    readClient(client);
    return isUsable() ? sink.client(client) : Status();
}

Status Extractor::Parts::sendAccount()
{
    Account account;
    account.id.text = fields.neededText(field::AccountId);
    account.name = fields.text(field::AccountName);
    account.domain = fields.text(field::AccountDomain);
    return isUsable() ? sink.account(account) : Status();
}

Status Extractor::Parts::rejectSum(const CountRecord &record)
{
    ++counts.rejected;
    counts.kept = std::max<int64_t>(0, counts.kept - 1);
    const auto quantity = record.count.quantity.toString();
    if (auto told = sink.reject({stream.label, record.row, std::string(field::names[field::Quantity]), quantity, belowZero()}); !told)
        return told;
    return tellUnread(record.count.account, record.count.meter, belowZero());
}

Status Extractor::finish()
{
    for (const auto &record : m_parts->sums.take()) {
        const bool isBelow = record.count.quantity.sign() < 0;
        if (auto sent = isBelow ? m_parts->rejectSum(record) : m_parts->sink.count(record); !sent)
            return sent;
    }
    return {};
}

std::vector<std::string> Extractor::absent() const
{
    std::vector<std::string> all;
    for (const auto &spec : m_parts->stream.emits) {
        const auto led = m_parts->led.find(&spec);
        for (size_t i = 0; led != m_parts->led.end() && i < spec.fields.size(); ++i) {
            const auto &made = spec.fields[i];
            if (!led->second[i])
                all.push_back(std::string(field::names[made.slot]) + " (" + made.value.written() + ")");
        }
    }
    return all;
}

std::vector<std::string> Extractor::remarks() const
{
    std::vector<std::string> all;
    for (const auto &[why, records] : m_parts->counts.skipped)
        all.push_back(words("rest", "%1: %2 records left out: %3", {m_parts->stream.label, std::to_string(records), why}));
    for (auto &remark : m_parts->warnings.remarks())
        all.push_back(std::move(remark));
    return all;
}

} // namespace br::rest
