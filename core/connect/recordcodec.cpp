#include "core/connect/recordcodec.h"

#include "core/base/bytes.h"

namespace br::recordcodec {

namespace {

void put(std::string *out, const MaybeDay &day) { putMaybe(out, day ? std::optional<int64_t>(day->number()) : std::nullopt); }
void put(std::string *out, const std::optional<Decimal> &number) { putMaybe(out, number ? std::optional(number->raw()) : std::nullopt); }
void put(std::string *out, Decimal number) { putSigned(out, number.raw()); }
void put(std::string *out, bool yes) { putNumber(out, yes ? 1 : 0); }

class Reader final {
public:
    explicit Reader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    std::string_view view() { return m_bytes.text(); }
    std::string text() { return std::string(m_bytes.text()); }
    int64_t number() { return m_bytes.signedNumber(); }
    bool yes() { return m_bytes.number() != 0; }
    Decimal decimal() { return Decimal::fromRaw(m_bytes.signedNumber()); }
    std::optional<int64_t> maybe() { return m_bytes.maybe(); }
    MaybeDay day()
    {
        const auto number = m_bytes.maybe();
        return number ? MaybeDay(Day::fromNumber(static_cast<int32_t>(*number))) : MaybeDay();
    }
    std::optional<Decimal> maybeDecimal()
    {
        const auto raw = m_bytes.maybe();
        return raw ? std::optional(Decimal::fromRaw(*raw)) : std::nullopt;
    }
    Currency currency()
    {
        const auto code = m_bytes.text();
        if (code.empty())
            return {};
        const auto known = Currency::parse(code);
        if (!known)
            m_bytes.fail();
        return known ? *known : Currency();
    }
    template <class Id>
    Id id()
    {
        return Id(text());
    }
    bool isWhole() const { return m_bytes.isGood() && m_bytes.isAtEnd(); }
    void fail() { m_bytes.fail(); }

private:
    ByteReader m_bytes;
};

Client readClient(Reader &in)
{
    Client client;
    client.id = in.id<ClientId>();
    client.name = in.text();
    client.parent = in.id<ClientId>();
    client.rollUp = in.yes();
    return client;
}

Unread readUnread(Reader &in)
{
    Unread what;
    what.account = in.id<AccountId>();
    what.meter = in.id<MeterId>();
    what.reason = in.text();
    what.onlyWhereAbsent = in.yes();
    return what;
}

BatchFile readFile(Reader &in)
{
    BatchFile file;
    file.name = in.text();
    file.sha256 = in.text();
    file.bytes = in.number();
    file.layout = in.text();
    file.rowsIn = in.number();
    file.rowsKept = in.number();
    file.rowsRejected = in.number();
    file.pages = in.number();
    file.declaredTotal = in.maybe();
    return file;
}

BillingCycle readCycle(Reader &in)
{
    const auto months = in.number();
    if (months != 1 && months != 3 && months != 12)
        in.fail();
    return months == 12 ? BillingCycle::Annual : months == 3 ? BillingCycle::Quarterly : BillingCycle::Monthly;
}

LineRecord readLine(Reader &in)
{
    LineRecord record;
    record.client = readClient(in);
    auto &agreement = record.agreement;
    agreement.id = in.id<AgreementId>();
    agreement.name = in.text();
    agreement.client = in.id<ClientId>();
    agreement.start = in.day();
    agreement.end = in.day();
    agreement.cycle = readCycle(in);
    auto &line = record.line;
    line.id = in.id<LineId>();
    line.agreement = in.id<AgreementId>();
    line.client = in.id<ClientId>();
    line.product = in.id<ProductId>();
    line.quantity = in.decimal();
    line.included = in.decimal();
    line.unitPrice = in.maybeDecimal();
    line.unitCost = in.maybeDecimal();
    line.currency = in.currency();
    line.billable = in.yes();
    line.effective = in.day();
    line.cancelled = in.day();
    record.productName = in.text();
    record.raw = in.text();
    record.row = in.number();
    return record;
}

ProductRecord readProduct(Reader &in)
{
    ProductRecord record;
    record.product.id = in.id<ProductId>();
    record.product.name = in.text();
    record.product.listPrice = in.maybeDecimal();
    record.product.unitCost = in.maybeDecimal();
    record.product.currency = in.currency();
    record.raw = in.text();
    record.row = in.number();
    return record;
}

CountRecord readCount(Reader &in)
{
    CountRecord record;
    auto &count = record.count;
    count.account = in.id<AccountId>();
    count.meter = in.id<MeterId>();
    count.subscription = in.text();
    const auto measure = in.number();
    if (measure < 0 || measure > static_cast<int64_t>(Measure::Assets))
        in.fail();
    else
        count.measure = static_cast<Measure>(measure);
    count.quantity = in.decimal();
    count.unitCost = in.maybeDecimal();
    count.currency = in.currency();
    count.term = in.text();
    count.commitmentEnd = in.day();
    count.status = in.text();
    count.chargedUntil = in.day();
    record.accountName = in.text();
    record.accountDomain = in.text();
    record.meterName = in.text();
    record.raw = in.text();
    record.row = in.number();
    return record;
}

AssetRecord readAsset(Reader &in)
{
    AssetRecord record;
    for (auto *view : {&record.accountId, &record.accountName, &record.accountDomain, &record.meterId, &record.meterName, &record.id,
             &record.name, &record.assetClass, &record.status})
        *view = in.view();
    record.assigned = in.day();
    record.ended = in.day();
    record.lastSeen = in.day();
    record.raw = in.view();
    record.row = in.number();
    return record;
}

Account readAccount(Reader &in)
{
    Account account;
    account.source = in.id<SourceName>();
    account.id = in.id<AccountId>();
    account.name = in.text();
    account.domain = in.text();
    return account;
}

RejectedRow readRow(Reader &in)
{
    RejectedRow row;
    row.file = in.text();
    row.row = in.number();
    row.column = in.text();
    row.value = in.text();
    row.reason = in.text();
    return row;
}

// Nothing reaches the sink unless its bytes were whole.
template <class Record>
Status handOver(Reader &in, const Record &record, RecordSink &sink, Status (RecordSink::*call)(const Record &))
{
    return in.isWhole() ? (sink.*call)(record) : Status(Error{Errc::Damaged, {}});
}

} // namespace

void write(std::string *out, const BatchFile &file)
{
    putText(out, file.name);
    putText(out, file.sha256);
    putSigned(out, file.bytes);
    putText(out, file.layout);
    for (const auto number : {file.rowsIn, file.rowsKept, file.rowsRejected, file.pages})
        putSigned(out, number);
    putMaybe(out, file.declaredTotal);
}

void write(std::string *out, const Unread &what)
{
    putText(out, what.account.text);
    putText(out, what.meter.text);
    putText(out, what.reason);
    put(out, what.onlyWhereAbsent);
}

void write(std::string *out, const Client &client)
{
    putText(out, client.id.text);
    putText(out, client.name);
    putText(out, client.parent.text);
    put(out, client.rollUp);
}

void write(std::string *out, const LineRecord &record)
{
    write(out, record.client);
    const auto &agreement = record.agreement;
    putText(out, agreement.id.text);
    putText(out, agreement.name);
    putText(out, agreement.client.text);
    put(out, agreement.start);
    put(out, agreement.end);
    putSigned(out, static_cast<int64_t>(agreement.cycle));
    const auto &line = record.line;
    for (const auto *id : {&line.id.text, &line.agreement.text, &line.client.text, &line.product.text})
        putText(out, *id);
    put(out, line.quantity);
    put(out, line.included);
    put(out, line.unitPrice);
    put(out, line.unitCost);
    putText(out, line.currency.code());
    put(out, line.billable);
    put(out, line.effective);
    put(out, line.cancelled);
    putText(out, record.productName);
    putText(out, record.raw);
    putSigned(out, record.row);
}

void write(std::string *out, const ProductRecord &record)
{
    putText(out, record.product.id.text);
    putText(out, record.product.name);
    put(out, record.product.listPrice);
    put(out, record.product.unitCost);
    putText(out, record.product.currency.code());
    putText(out, record.raw);
    putSigned(out, record.row);
}

void write(std::string *out, const CountRecord &record)
{
    const auto &count = record.count;
    putText(out, count.account.text);
    putText(out, count.meter.text);
    putText(out, count.subscription);
    putSigned(out, static_cast<int64_t>(count.measure));
    put(out, count.quantity);
    put(out, count.unitCost);
    putText(out, count.currency.code());
    putText(out, count.term);
    put(out, count.commitmentEnd);
    putText(out, count.status);
    put(out, count.chargedUntil);
    for (const auto *text : {&record.accountName, &record.accountDomain, &record.meterName, &record.raw})
        putText(out, *text);
    putSigned(out, record.row);
}

void write(std::string *out, const AssetRecord &record)
{
    for (const auto view : {record.accountId, record.accountName, record.accountDomain, record.meterId, record.meterName, record.id,
             record.name, record.assetClass, record.status})
        putText(out, view);
    put(out, record.assigned);
    put(out, record.ended);
    put(out, record.lastSeen);
    putText(out, record.raw);
    putSigned(out, record.row);
}

void write(std::string *out, const Account &account)
{
    putText(out, account.source.text);
    putText(out, account.id.text);
    putText(out, account.name);
    putText(out, account.domain);
}

void write(std::string *out, const RejectedRow &row)
{
    putText(out, row.file);
    putSigned(out, row.row);
    putText(out, row.column);
    putText(out, row.value);
    putText(out, row.reason);
}

Status deliver(Kind kind, std::string_view bytes, RecordSink &sink)
{
    Reader in(bytes);
    switch (kind) {
    case Kind::BeginFile:
        return handOver(in, readFile(in), sink, &RecordSink::beginFile);
    case Kind::FinishFile:
        return handOver(in, readFile(in), sink, &RecordSink::finishFile);
    case Kind::Line:
        return handOver(in, readLine(in), sink, &RecordSink::line);
    case Kind::Product:
        return handOver(in, readProduct(in), sink, &RecordSink::product);
    case Kind::Count:
        return handOver(in, readCount(in), sink, &RecordSink::count);
    case Kind::Asset:
        return handOver(in, readAsset(in), sink, &RecordSink::asset);
    case Kind::Account:
        return handOver(in, readAccount(in), sink, &RecordSink::account);
    case Kind::Client:
        return handOver(in, readClient(in), sink, &RecordSink::client);
    case Kind::Unread:
        return handOver(in, readUnread(in), sink, &RecordSink::unread);
    case Kind::Reject:
        return handOver(in, readRow(in), sink, &RecordSink::reject);
    case Kind::Warn:
        return handOver(in, readRow(in), sink, &RecordSink::warn);
    case Kind::End:
        break;
    }
    return Error{Errc::Damaged, {}};
}

} // namespace br::recordcodec
