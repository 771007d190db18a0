#include "ui/pages/sources/sourcetables.h"

#include "core/base/text.h"

namespace br {

namespace {

QString streamsOf(const Batch &batch)
{
    QStringList names;
    for (const BatchFile &file : batch.files)
        names << toQString(file.name);
    return names.join(QStringLiteral(", "));
}

} // namespace

// What proves an import: each file or stream with its rows, of a sync also its pages and what the vendor said there is.
QString SourceTables::provenance(const Batch &batch)
{
    QStringList lines;
    for (const BatchFile &file : batch.files) {
        QString line = tr("%1: %2 rows").arg(toQString(file.name), countText(file.rowsIn));
        if (file.pages > 0)
            line += tr(" on %1 pages").arg(countText(file.pages));
        if (file.declaredTotal)
            line += tr(", the vendor states %1").arg(countText(*file.declaredTotal));
        lines << line;
    }
    if (batch.isSync && batch.requests > 0)
        lines << tr("%1 requests").arg(countText(batch.requests));
    if (!batch.serverDate.empty())
        lines << tr("The vendor's clock: %1").arg(toQString(batch.serverDate));
    return lines.join(QLatin1Char('\n'));
}

Cell SourceTables::howCell(const Batch &batch)
{
    if (batch.holding == Holding::Held)
        return {.text = tr("sync, held"), .sort = 2, .tip = tr("Far fewer rows than the month before: not in force until you confirm it.")};
    if (batch.isSync)
        return {.text = tr("sync"), .sort = 1};
    return {.text = batch.files.empty() ? QString() : toQString(batch.files.front().layout), .sort = 0};
}

RowsModel<SourceHealth> *SourceTables::sources(QObject *parent)
{
    return new RowsModel<SourceHealth>(
        {{{QStringLiteral("source"), tr("Source"), CellKind::Text, 20, true, {}, true},
             [](const SourceHealth &r) { return textCell(r.row.source.name.text); }},
            {{QStringLiteral("side"), tr("Brings"), CellKind::Text, 20},
                [](const SourceHealth &r) {
                    return textCell(r.row.source.side == Side::Psa ? tr("what is billed (PSA)") : tr("what is used (vendor)"));
                }},
            {{QStringLiteral("health"), tr("This month"), CellKind::Health, 20}, [](const SourceHealth &r) { return healthCell(r); }},
            {{QStringLiteral("kept"), tr("Rows kept"), CellKind::Number, 11},
                [](const SourceHealth &r) { return r.row.batch ? numberCell(qint64{r.row.batch->rowsKept}) : textCell(unknownText()); }},
            {{QStringLiteral("rejected"), tr("Rejected"), CellKind::Number, 10},
                [](const SourceHealth &r) {
                    return r.row.batch ? numberCell(qint64{r.row.batch->rowsRejected}) : textCell(unknownText());
                }},
            {{QStringLiteral("last"), tr("Last import"), CellKind::Date, 20},
                [](const SourceHealth &r) { return r.row.lastBatch ? timeCell(r.row.lastBatch->importedAt) : textCell(tr("never")); }},
            {{QStringLiteral("imports"), tr("Imports"), CellKind::Number, 9},
                [](const SourceHealth &r) { return numberCell(qint64{r.row.batches}); }}},
        [](const SourceHealth &r) { return toQString(r.row.source.name.text); }, parent);
}

RowsModel<Batch> *SourceTables::batches(QObject *parent)
{
    return new RowsModel<Batch>(
        {{{QStringLiteral("period"), tr("Month"), CellKind::Text, 10},
             [](const Batch &b) {
                 return Cell{periodText(b.period), b.period.index()};
             }},
            {{QStringLiteral("at"), tr("Imported"), CellKind::Date, 19}, [](const Batch &b) { return timeCell(b.importedAt); }},
            {{QStringLiteral("files"), tr("Files or streams"), CellKind::Text, 24, true, {}, true},
                [](const Batch &b) { return Cell{.text = streamsOf(b), .tip = provenance(b)}; }},
            {{QStringLiteral("layout"), tr("Layout"), CellKind::Text, 18}, [](const Batch &b) { return howCell(b); }},
            {{QStringLiteral("in"), tr("Read"), CellKind::Number, 9}, [](const Batch &b) { return numberCell(qint64{b.rowsIn}); }},
            {{QStringLiteral("kept"), tr("Kept"), CellKind::Number, 9}, [](const Batch &b) { return numberCell(qint64{b.rowsKept}); }},
            {{QStringLiteral("rejected"), tr("Rejected"), CellKind::Number, 9},
                [](const Batch &b) { return numberCell(qint64{b.rowsRejected}); }},
            {{QStringLiteral("ms"), tr("Took"), CellKind::Number, 9},
                [](const Batch &b) {
                    return Cell{tr("%1 ms").arg(countText(b.durationMs)), qint64{b.durationMs}};
                }}},
        [](const Batch &b) { return QString::number(b.id); }, parent);
}

RowsModel<RejectedRow> *SourceTables::rejectedRows(QObject *parent)
{
    return new RowsModel<RejectedRow>(
        {{{QStringLiteral("file"), tr("File"), CellKind::Text, 18}, [](const RejectedRow &r) { return textCell(r.file); }},
            {{QStringLiteral("row"), tr("Row"), CellKind::Number, 7}, [](const RejectedRow &r) { return numberCell(qint64{r.row}); }},
            {{QStringLiteral("column"), tr("Column"), CellKind::Text, 14}, [](const RejectedRow &r) { return textCell(r.column); }},
            {{QStringLiteral("value"), tr("Value"), CellKind::Text, 14}, [](const RejectedRow &r) { return textCell(r.value); }},
            {{QStringLiteral("reason"), tr("Reason"), CellKind::Text, 30, true, {}, true},
                [](const RejectedRow &r) { return textCell(r.reason); }}},
        [](const RejectedRow &r) { return toQString(r.file) + QStringLiteral("\n%1\n").arg(r.row) + toQString(r.column + r.reason); },
        parent);
}

} // namespace br
