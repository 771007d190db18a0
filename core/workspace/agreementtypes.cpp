#include "core/workspace/agreementtypes.h"

#include "core/base/text.h"
#include "core/store/batchstore.h"
#include "core/store/database.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <unordered_map>

namespace br {

namespace {

std::string typeIn(std::string_view raw)
{
    const auto cells = QJsonDocument::fromJson(QByteArray(raw.data(), static_cast<qsizetype>(raw.size()))).object();
    for (auto cell = cells.begin(); cell != cells.end(); ++cell) {
        if (headerKey(toUtf8(cell.key())) == "agreementtype")
            return toUtf8(cell.value().toString());
    }
    return {};
}

} // namespace

Status putAgreementTypes(Workspace &workspace, Period period, std::vector<AdjustmentRow> &rows)
{
    std::unordered_map<std::string, std::vector<AdjustmentRow *>> byLine;
    for (auto &row : rows) {
        if (!row.line.isEmpty())
            byLine[row.line.text].push_back(&row);
    }
    if (byLine.empty())
        return {};
    const auto batches = BatchStore(workspace.database()).inForce(period);
    if (!batches)
        return batches.error();
    for (const auto &batch : *batches) {
        if (batch.batch.side != Side::Psa)
            continue;
        auto read = workspace.database().each(
            "psa/agreement_types",
            [&byLine](const Statement &row) {
                const auto found = byLine.find(row.string(0));
                if (found == byLine.end())
                    return;
                const auto type = typeIn(row.text(1));
                for (auto *adjustment : found->second)
                    adjustment->agreementType = type;
            },
            batch.batch.id);
        if (!read)
            return read;
    }
    return {};
}

} // namespace br
