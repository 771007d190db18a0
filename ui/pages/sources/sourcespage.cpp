#include "ui/pages/sources/sourcespage.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "ui/dialogs/newsourcedialog.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"
#include "ui/pages/sources/importer.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

namespace br {

SourcesPage::SourcesPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("sources"), parent)
    , m_importer(new Importer(context, this))
{
    makeModels();
    layOut();
    connect(m_importer, &Importer::failed, this, &SourcesPage::complain);
    connect(m_importer, &Importer::imported, this, [this](const Batch &batch) {
        emit told(tr("%1: %2 rows kept for %3.").arg(toQString(batch.source.text), countText(batch.rowsKept), periodText(batch.period)));
        emit periodWanted(batch.period);
    });
}

void SourcesPage::makeModels()
{
    m_sources = new RowsModel<SourceRow>(
        {{{QStringLiteral("source"), tr("Source"), CellKind::Text, 20, true, {}, true},
             [](const SourceRow &r) { return textCell(r.source.name.text); }},
            {{QStringLiteral("side"), tr("Brings"), CellKind::Text, 20},
                [](const SourceRow &r) {
                    return textCell(r.source.side == Side::Psa ? tr("what is billed (PSA)") : tr("what is used (vendor)"));
                }},
            {{QStringLiteral("health"), tr("This month"), CellKind::Health, 14},
                [](const SourceRow &r) {
                    return Cell{r.fresh ? tr("Imported") : tr("Missing"), r.fresh ? 1 : 0, r.fresh ? 0 : 2};
                }},
            {{QStringLiteral("kept"), tr("Rows kept"), CellKind::Number, 11},
                [](const SourceRow &r) { return r.batch ? numberCell(qint64{r.batch->rowsKept}) : textCell(unknownText()); }},
            {{QStringLiteral("rejected"), tr("Rejected"), CellKind::Number, 10},
                [](const SourceRow &r) { return r.batch ? numberCell(qint64{r.batch->rowsRejected}) : textCell(unknownText()); }},
            {{QStringLiteral("last"), tr("Last import"), CellKind::Date, 20},
                [](const SourceRow &r) { return r.lastBatch ? timeCell(r.lastBatch->importedAt) : textCell(tr("never")); }},
            {{QStringLiteral("imports"), tr("Imports"), CellKind::Number, 9},
                [](const SourceRow &r) { return numberCell(qint64{r.batches}); }}},
        [](const SourceRow &r) { return toQString(r.source.name.text); }, this);
    m_batches = new RowsModel<Batch>(
        {{{QStringLiteral("period"), tr("Month"), CellKind::Text, 10},
             [](const Batch &b) {
                 return Cell{periodText(b.period), b.period.index()};
             }},
            {{QStringLiteral("at"), tr("Imported"), CellKind::Date, 19}, [](const Batch &b) { return timeCell(b.importedAt); }},
            {{QStringLiteral("files"), tr("Files"), CellKind::Text, 24, true, {}, true},
                [](const Batch &b) {
                    QStringList names;
                    for (const BatchFile &file : b.files)
                        names << toQString(file.name);
                    return textCell(names.join(QStringLiteral(", ")));
                }},
            {{QStringLiteral("layout"), tr("Layout"), CellKind::Text, 18},
                [](const Batch &b) { return textCell(b.files.empty() ? std::string() : b.files.front().layout); }},
            {{QStringLiteral("in"), tr("Read"), CellKind::Number, 9}, [](const Batch &b) { return numberCell(qint64{b.rowsIn}); }},
            {{QStringLiteral("kept"), tr("Kept"), CellKind::Number, 9}, [](const Batch &b) { return numberCell(qint64{b.rowsKept}); }},
            {{QStringLiteral("rejected"), tr("Rejected"), CellKind::Number, 9},
                [](const Batch &b) { return numberCell(qint64{b.rowsRejected}); }},
            {{QStringLiteral("ms"), tr("Took"), CellKind::Number, 9},
                [](const Batch &b) {
                    return Cell{tr("%1 ms").arg(countText(b.durationMs)), qint64{b.durationMs}};
                }}},
        [](const Batch &b) { return QString::number(b.id); }, this);
    m_rows = new RowsModel<RejectedRow>(
        {{{QStringLiteral("file"), tr("File"), CellKind::Text, 18}, [](const RejectedRow &r) { return textCell(r.file); }},
            {{QStringLiteral("row"), tr("Row"), CellKind::Number, 7}, [](const RejectedRow &r) { return numberCell(qint64{r.row}); }},
            {{QStringLiteral("column"), tr("Column"), CellKind::Text, 14}, [](const RejectedRow &r) { return textCell(r.column); }},
            {{QStringLiteral("value"), tr("Value"), CellKind::Text, 14}, [](const RejectedRow &r) { return textCell(r.value); }},
            {{QStringLiteral("reason"), tr("Reason"), CellKind::Text, 30, true, {}, true},
                [](const RejectedRow &r) { return textCell(r.reason); }}},
        [](const RejectedRow &r) { return toQString(r.file) + QStringLiteral("\n%1\n").arg(r.row) + toQString(r.column + r.reason); },
        this);
}

void SourcesPage::layOut()
{
    m_import = button(QStringLiteral("importButton"), tr("&Import files…"), QStringLiteral("import"), this);
    m_add = button(QStringLiteral("addSource"), tr("&Add source…"), QStringLiteral("add"), this);
    m_remove = button(QStringLiteral("removeSource"), tr("Re&move source…"), QStringLiteral("trash"), this);
    m_hint = muted({}, this);
    m_sourceTable = new PageTable(m_sources, QStringLiteral("sources"), tr("Sources"), this);
    m_batchTable = new PageTable(m_batches, QStringLiteral("batches"), tr("Imports of the source"), this);
    auto *rows = new PageTable(m_rows, QStringLiteral("rejected"), tr("Rejected rows"), this);
    m_historyTitle = heading(tr("Imports"), this);
    m_rowsTitle = heading(tr("Rejected rows"), this);
    auto *split = new QSplitter(Qt::Vertical, this);
    const auto pane = [this](QLabel *title, QWidget *table) {
        auto *made = new QWidget(this);
        auto *column = new QVBoxLayout(made);
        column->setContentsMargins(0, title ? space::small : 0, 0, 0);
        if (title)
            column->addWidget(title);
        column->addWidget(table, 1);
        return made;
    };
    split->addWidget(pane(nullptr, m_sourceTable));
    split->addWidget(pane(m_historyTitle, m_batchTable));
    split->addWidget(pane(m_rowsTitle, rows));
    split->setSizes({240, 180, 160});
    split->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    roomy(all);
    all->addLayout(inRow({m_import, m_add, m_remove, nullptr}));
    all->addWidget(m_hint);
    all->addWidget(split, 1);
    connect(m_import, &QPushButton::clicked, this, [this] { importFiles({}); });
    connect(m_add, &QPushButton::clicked, this, &SourcesPage::addSource);
    connect(m_remove, &QPushButton::clicked, this, &SourcesPage::removeSource);
    connect(m_sourceTable, &PageTable::chosenChanged, this, &SourcesPage::readBatches);
    connect(m_sourceTable, &PageTable::opened, this, [this] { importFiles({}); });
    connect(m_batchTable, &PageTable::chosenChanged, this, &SourcesPage::readRows);
}

void SourcesPage::importFiles(const QStringList &files)
{
    if (mayWrite())
        m_importer->begin(files, chosenSource(), period());
}

SourceName SourcesPage::chosenSource() const
{
    const int row = m_sourceTable->currentRow();
    return row < 0 ? SourceName() : m_sources->row(row).source.name;
}

void SourcesPage::read()
{
    for (QPushButton *action : {m_import, m_add, m_remove})
        action->setEnabled(mayWrite());
    session().ask(
        this,
        [period = period()](Workspace &workspace) -> Result<std::vector<SourceRow>> {
            return sourceRows(workspace, period.value_or(Period::of(workspace.environment().clock->today()).previous()));
        },
        [this](Result<std::vector<SourceRow>> rows) {
            if (!rows) {
                complain(rows.error());
                return;
            }
            m_hint->setText(rows->empty() ? tr("No source yet. Drop the PSA's agreement report and a vendor's report here, or choose "
                                               "Import files: the source is made on the way.")
                                          : tr("Drop files anywhere in this window to import them. The newest complete import of a source "
                                               "and month is the one that counts."));
            m_sources->setRows(std::move(rows).value());
            if (m_sourceTable->currentRow() < 0)
                m_sourceTable->chooseRow(0);
            readBatches();
        });
}

void SourcesPage::readBatches()
{
    const SourceName name = chosenSource();
    m_remove->setEnabled(mayWrite() && !name.isEmpty());
    m_historyTitle->setText(name.isEmpty() ? tr("Imports") : tr("Imports of %1").arg(toQString(name.text)));
    if (name.isEmpty()) {
        m_batches->setRows({});
        m_rows->setRows({});
        return;
    }
    session().ask(
        this, [name](Workspace &workspace) { return batches(workspace, name); },
        [this, name](Result<std::vector<Batch>> found) {
            if (!found || name != chosenSource())
                return;
            m_batches->setRows(std::move(found).value());
            if (m_batchTable->currentRow() < 0)
                m_batchTable->chooseRow(0);
            readRows();
        });
}

void SourcesPage::readRows()
{
    const int row = m_batchTable->currentRow();
    if (row < 0) {
        m_rows->setRows({});
        m_rowsTitle->setText(tr("Rejected rows"));
        return;
    }
    const Batch batch = m_batches->row(row);
    session().ask(
        this, [id = batch.id](Workspace &workspace) { return rejectedRows(workspace, id); },
        [this, period = batch.period](Result<std::vector<RejectedRow>> rows) {
            if (!rows)
                return;
            m_rowsTitle->setText(rows->empty() ? tr("Rejected rows of %1: none").arg(periodText(period))
                                               : tr("Rejected rows of %1").arg(periodText(period)));
            m_rows->setRows(std::move(rows).value());
        });
}

void SourcesPage::addSource()
{
    NewSourceDialog dialog(this);
    if (prompts().run(dialog) != QDialog::Accepted)
        return;
    session().ask(
        this, [source = dialog.source()](Workspace &workspace) { return br::addSource(workspace, source); },
        [this](const Status &added) {
            if (!added)
                complain(added.error());
            else
                session().tellChanged(Session::Change::Sources);
        });
}

void SourcesPage::removeSource()
{
    const SourceName name = chosenSource();
    if (name.isEmpty()
        || !prompts().confirm(this, tr("Remove %1?").arg(toQString(name.text)),
            tr("Its imports stay in the workspace as evidence, but no longer count. Services that count its meters become unverified."),
            tr("Remove source")))
        return;
    session().ask(
        this, [name](Workspace &workspace) { return br::removeSource(workspace, name); },
        [this](const Status &removed) {
            if (!removed)
                complain(removed.error());
            else
                session().tellChanged(Session::Change::Sources);
        });
}

} // namespace br
