#include "core/store/linepack.h"

#include "core/base/text.h"

namespace br {

namespace {

constexpr char linePackFormat = 1;
constexpr size_t leastBytes = 6; // of a line
enum Flag : uint8_t { IsBillable = 1, HasIncluded = 2, HasPrice = 4, HasCost = 8, HasEffective = 16, HasCancelled = 32 };

class LineReading final {
public:
    LineReading(std::string_view bytes, std::span<const LineOwner> owners)
        : m_reader(bytes)
        , m_owners(owners)
        , m_size(bytes.size())
    {
    }
    Result<std::vector<BilledLine>> read()
    {
        std::vector<BilledLine> lines;
        const bool isKnown = m_reader.byte() == linePackFormat;
        const auto count = m_reader.number();
        if (isKnown && count <= m_size / leastBytes) {
            lines.reserve(count);
            while (lines.size() < count && m_reader.isGood())
                readLine(&lines.emplace_back());
            if (m_reader.isGood() && m_reader.isAtEnd())
                return lines;
        }
        return Error{Errc::Damaged, words("Store", "The stored evidence is damaged: the billed lines cannot be read. Go back to a backup."),
            "line pack"};
    }

private:
    void readLine(BilledLine *line)
    {
        const auto flags = m_reader.byte();
        m_agreement += m_reader.signedNumber();
        if (m_agreement < 0 || static_cast<uint64_t>(m_agreement) >= m_owners.size())
            return m_reader.fail();
        const auto &owner = m_owners[static_cast<size_t>(m_agreement)];
        line->agreement = owner.agreement;
        line->client = owner.client;
        line->terms = owner.terms;
        line->id.text = m_reader.text();
        line->product.text = m_texts.read(&m_reader);
        line->currency = currency(m_texts.read(&m_reader));
        line->quantity = Decimal::fromRaw(m_reader.signedNumber());
        line->billable = flags & IsBillable;
        if (flags & HasIncluded)
            line->included = Decimal::fromRaw(m_reader.signedNumber());
        if (flags & HasPrice)
            line->unitPrice = Decimal::fromRaw(m_reader.signedNumber());
        if (flags & HasCost)
            line->unitCost = Decimal::fromRaw(m_reader.signedNumber());
        if (flags & HasEffective)
            line->effective = day();
        if (flags & HasCancelled)
            line->cancelled = day();
    }
    Day day() { return Day::fromNumber(static_cast<int32_t>(m_reader.signedNumber())); }
    Currency currency(std::string_view code)
    {
        if (code.empty() || code == m_lastCurrency.code())
            return code.empty() ? Currency() : m_lastCurrency;
        const auto parsed = Currency::parse(code);
        if (!parsed) {
            m_reader.fail();
            return {};
        }
        m_lastCurrency = *parsed;
        return m_lastCurrency;
    }

    ByteReader m_reader;
    std::span<const LineOwner> m_owners;
    size_t m_size;
    SaidTextsReader m_texts;
    Currency m_lastCurrency;
    int64_t m_agreement = 0;
};

} // namespace

void LinePackWriter::add(int64_t agreement, const BilledLine &line)
{
    unsigned flags = line.billable ? unsigned(IsBillable) : 0;
    flags |= line.included.isZero() ? 0 : unsigned(HasIncluded);
    flags |= line.unitPrice ? unsigned(HasPrice) : 0;
    flags |= line.unitCost ? unsigned(HasCost) : 0;
    flags |= line.effective ? unsigned(HasEffective) : 0;
    flags |= line.cancelled ? unsigned(HasCancelled) : 0;
    m_lines.push_back(static_cast<char>(flags));
    putSigned(&m_lines, agreement - m_agreement);
    m_agreement = agreement;
    putText(&m_lines, line.id.text);
    m_texts.put(&m_lines, line.product.text);
    m_texts.put(&m_lines, line.currency.code());
    putSigned(&m_lines, line.quantity.raw());
    if (flags & HasIncluded)
        putSigned(&m_lines, line.included.raw());
    if (line.unitPrice)
        putSigned(&m_lines, line.unitPrice->raw());
    if (line.unitCost)
        putSigned(&m_lines, line.unitCost->raw());
    if (line.effective)
        putSigned(&m_lines, line.effective->number());
    if (line.cancelled)
        putSigned(&m_lines, line.cancelled->number());
    ++m_count;
}

std::string LinePackWriter::bytes() const
{
    std::string out(1, linePackFormat);
    putNumber(&out, m_count);
    return out + m_lines;
}

Result<std::vector<BilledLine>> unpackLines(std::string_view bytes, std::span<const LineOwner> owners)
{
    return LineReading(bytes, owners).read();
}

} // namespace br
