#include "connectors/file/recordmaker.h"

#include "core/base/text.h"
#include "core/connect/slots.h"

#include <algorithm>

namespace br {

RecordMaker::RecordMaker(
    const Layout &layout, RecordSink &sink, Findings &findings, const CellStyle &style, BatchMemory &memory, std::string file)
    : m_layout(layout)
    , m_sink(sink)
    , m_findings(findings)
    , m_style(style)
    , m_memory(memory)
    , m_file(std::move(file))
{
    const auto &records = layout.records;
    m_isPlainAsset = records.size() == 1 && records[0].kind == RecordKind::Asset && records[0].when.empty() && records[0].steps.empty()
        && !layout.split;
}

Status RecordMaker::take(RowValues &values, int64_t row, std::string_view raw, bool mayBeFooter)
{
    m_mayBeFooter = mayBeFooter;
    if (m_values != &values) {
        m_values = &values;
        m_cells.emplace(values, m_style);
    }
    m_cells->reset();
    return m_isPlainAsset ? takeAsset(row, raw) : takeRecords(values, row, raw);
}

Status RecordMaker::takeAsset(int64_t row, std::string_view raw)
{
    AssetRecord asset;
    readAsset(asset, row, raw);
    if (m_cells->problem())
        return rejectProblem(row);
    m_findings.keep();
    return m_sink.asset(asset);
}

// All records of the row are read before the first is sent.
Status RecordMaker::takeRecords(RowValues &values, int64_t row, std::string_view raw)
{
    m_made.clear();
    m_assets.clear();
    readPeriod();
    if (!makeAll(values, row, raw))
        return rejectProblem(row);
    if (m_made.empty() && m_assets.empty()) {
        m_findings.skip(words("file", "there is nothing to count in them"));
        return {};
    }
    m_findings.keep();
    if (const auto told = tellRemarks(row); !told)
        return told;
    for (const auto &asset : m_assets) {
        if (auto sent = m_sink.asset(asset); !sent)
            return sent;
    }
    for (auto &made : m_made) {
        if (auto sent = send(made); !sent)
            return sent;
    }
    return {};
}

bool RecordMaker::makeAll(RowValues &values, int64_t row, std::string_view raw)
{
    std::vector<std::string> parts(1);
    if (m_layout.split) {
        parts.clear();
        auto rest = values[m_layout.split->from];
        while (!rest.empty()) {
            const auto end = rest.find(m_layout.split->separator);
            if (const auto part = trimmed(rest.substr(0, end)); !part.empty())
                parts.emplace_back(part);
            rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + m_layout.split->separator.size());
        }
    }
    const auto before = values.snapshot();
    for (auto &part : parts) {
        for (const auto &rule : m_layout.records) {
            values.restore(before);
            if (m_layout.split)
                values.set(m_layout.split->into, part);
            if (!holdAll(rule.when, values))
                continue;
            if (const auto problem = run(rule.steps, values))
                m_cells->fail(problem->slot,
                    words("file", "\"%1\" is none of the values this column has in this layout", {shortened(problem->value)}));
            makeOne(rule, row, raw);
            if (m_cells->problem())
                return false;
        }
    }
    return true;
}

void RecordMaker::makeOne(const RecordRule &rule, int64_t row, std::string_view raw)
{
    switch (rule.kind) {
    case RecordKind::Asset:
        readAsset(m_assets.emplace_back(), row, raw);
        break;
    case RecordKind::Line:
        m_made.emplace_back(readLine(row, raw));
        break;
    case RecordKind::Product:
        m_made.emplace_back(readProduct(row, raw));
        break;
    case RecordKind::Count:
        m_made.emplace_back(readCharge(row, raw));
        break;
    }
}

Status RecordMaker::send(Made &made)
{
    if (auto *line = std::get_if<MadeLine>(&made)) {
        auto &record = line->record;
        giveLineIds(record);
        m_memory.lines.try_emplace(record.line.id.text, BatchMemory::Line{m_file, record.row, line->content});
        return m_sink.line(record);
    }
    if (const auto *product = std::get_if<ProductRecord>(&made))
        return m_sink.product(*product);
    auto &charge = std::get<Charge>(made);
    if (!m_layout.net)
        return m_sink.count(charge.record);
    m_memory.netting.add(std::move(charge));
    return {};
}

Status RecordMaker::finish()
{
    m_memory.hasCharges |= m_layout.net && !m_layout.net->onlyCredits;
    if (!m_memory.isLastFile)
        return {};
    if (m_memory.hasCharges) {
        const auto why = words("file", "an invoice states what was charged in its month; what is paid for longer is not in it again");
        if (auto told = m_sink.unread({{}, {}, {}, why, true}); !told)
            return told;
    }
    for (const auto &netted : m_memory.netting.take()) {
        if (auto sent = sendNetted(netted); !sent)
            return sent;
    }
    return {};
}

Status RecordMaker::sendNetted(const NettedCount &netted)
{
    const auto &record = netted.record;
    const auto &count = record.count;
    const auto warn
        = [&](const std::string &reason) { return m_findings.warn(record.row, field::Quantity, count.quantity.toString(), reason); };
    if (netted.isUnknown) {
        const auto why = words("file", "the charge that these rows reduce is in an earlier invoice: how many are left is not known");
        if (auto told = warn(why); !told)
            return told;
        return m_sink.unread({{}, count.account, count.meter, words("file", "%1, row %2: %3", {m_file, std::to_string(record.row), why})});
    }
    if (netted.earlierCycles) {
        if (auto told = warn(words("file", "corrections of earlier billing cycles were left out: the latest cycle counts")); !told)
            return told;
    }
    if (netted.chargedEarlier) {
        auto told = warn(words("file", "the charge that these rows correct is in an earlier invoice: the new full quantity was taken"));
        if (!told)
            return told;
    }
    return m_sink.count(record);
}

Status RecordMaker::rejectProblem(int64_t row)
{
    const auto &problem = *m_cells->problem();
    if (m_mayBeFooter) {
        m_findings.skip(words("file", "total or footer"));
        return {};
    }
    if (auto told = m_findings.reject(row, problem.slot, problem.value, problem.reason); !told)
        return told;
    return tellUnknown(row, problem.reason);
}

// What a rejected row would have counted or billed is unknown, not zero.
Status RecordMaker::tellUnknown(int64_t row, const std::string &reason)
{
    const auto client = m_cells->text(field::ClientId);
    const auto product = m_cells->text(field::ProductId);
    if (m_layout.makes(RecordKind::Line) && !client.empty() && !product.empty())
        return m_findings.warn(row, field::Quantity, {},
            words("file",
                "a line that bills %1 to %2 was rejected, so that what is billed of it is not known: the comparison does without it, and "
                "may "
                "say that nobody bills the product",
                {std::string(product), std::string(client)}));
    const auto account = m_cells->text(field::AccountId);
    const auto meter = m_cells->text(field::MeterId);
    // A device whose date cannot be read is there all the same.
    const bool isDevice = std::ranges::find(field::dates, m_cells->problem()->slot) != std::ranges::end(field::dates);
    return isDevice && !m_layout.makes(RecordKind::Count) && !isBlank(meter) ? putUnread(row, account, meter, reason)
                                                                             : tellUnread(row, account, meter, reason);
}

Status RecordMaker::tellUnread(int64_t row, std::string_view account, std::string_view meter, const std::string &reason)
{
    return m_layout.makes(RecordKind::Count) ? putUnread(row, account, meter, reason) : Status();
}

Status RecordMaker::putUnread(int64_t row, std::string_view account, std::string_view meter, const std::string &reason)
{
    if (isBlank(account))
        return {};
    const auto why = words("file", "%1, row %2 was not read: %3", {m_file, std::to_string(row), reason});
    return m_sink.unread({{}, AccountId(std::string(account)), MeterId(isBlank(meter) ? std::string() : std::string(meter)), why});
}

Status RecordMaker::tellRemarks(int64_t row)
{
    for (const auto &remark : m_cells->remarks()) {
        if (auto told = m_findings.warn(row, remark.slot, remark.value, remark.reason); !told)
            return told;
    }
    return {};
}

} // namespace br
