#include "ui/pages/sources/sourcespage.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "core/workspace/syncing.h"
#include "core/workspace/vendorchoice.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"
#include "ui/pages/sources/importer.h"
#include "ui/pages/sources/sourceadder.h"
#include "ui/pages/sources/sourcetables.h"
#include "ui/pages/sources/syncer.h"
#include "ui/widgets/syncboard.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace br {

namespace {

// Answers with the secrets that could not be removed.
Result<std::vector<Error>> removeWithSecrets(Workspace &workspace, const SourceName &name)
{
    const auto entries = secretEntries(workspace, name);
    if (!entries)
        return entries.error();
    if (const Status removed = removeSource(workspace, name); !removed)
        return removed.error();
    return removeSecrets(workspace.environment().secrets, *entries);
}

} // namespace

SourcesPage::SourcesPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("sources"), parent)
    , m_importer(new Importer(context, this))
    , m_adder(new SourceAdder(context, this))
    , m_board(new SyncBoard(this))
    , m_syncer(new Syncer(context, m_board, this))
    , m_sources(SourceTables::sources(this))
    , m_batches(SourceTables::batches(this))
    , m_rows(SourceTables::rejectedRows(this))
{
    layOut();
    connectParts();
}

void SourcesPage::connectParts()
{
    connect(m_importer, &Importer::failed, this, &SourcesPage::complain);
    connect(m_importer, &Importer::imported, this, [this](const Batch &batch) {
        chooseSource(toQString(batch.source.text));
        emit told(tr("%1: %2 rows kept for %3.").arg(toQString(batch.source.text), countText(batch.rowsKept), periodText(batch.period)));
        emit periodWanted(batch.period);
    });
    connect(m_adder, &SourceAdder::failed, this, &SourcesPage::complain);
    connect(m_adder, &SourceAdder::added, this, [this](const SourceName &name, bool syncNow) {
        if (syncNow)
            m_syncer->sync(name, monthToFill());
    });
    connect(m_syncer, &Syncer::failed, this, &SourcesPage::complain);
    connect(m_syncer, &Syncer::runningChanged, this, &SourcesPage::enableActions);
    connect(m_syncer, &Syncer::synced, this, [this](const SyncReport &report) {
        if (report.attempt.outcome == SyncOutcome::Done)
            emit periodWanted(report.attempt.period);
    });
    connect(m_import, &QPushButton::clicked, this, [this] { importFiles({}); });
    connect(m_add, &QPushButton::clicked, m_adder, &SourceAdder::begin);
    connect(m_edit, &QPushButton::clicked, this, [this] { m_adder->edit(chosenSource()); });
    connect(m_remove, &QPushButton::clicked, this, &SourcesPage::removeSource);
    connect(m_sync, &QPushButton::clicked, this, &SourcesPage::syncChosen);
    connect(m_syncAll, &QPushButton::clicked, this, &SourcesPage::syncAll);
    connect(m_test, &QPushButton::clicked, this, [this] { m_syncer->test(chosenSource()); });
    connect(m_signIn, &QPushButton::clicked, this, [this] { m_syncer->signIn(chosenSource()); });
    connect(m_confirm, &QPushButton::clicked, this, &SourcesPage::confirmHeld);
    connect(m_sourceTable, &PageTable::chosenChanged, this, &SourcesPage::readBatches);
    connect(m_sourceTable, &PageTable::opened, this, [this] { m_sync->isEnabled() ? syncChosen() : importFiles({}); });
    connect(m_batchTable, &PageTable::chosenChanged, this, &SourcesPage::readRows);
}

void SourcesPage::layOut()
{
    m_import = button(QStringLiteral("importButton"), tr("&Import files…"), QStringLiteral("import"), this);
    m_add = button(QStringLiteral("addSource"), tr("&Add source…"), QStringLiteral("add"), this);
    m_edit = button(QStringLiteral("editSource"), tr("&Change source…"), QStringLiteral("edit"), this);
    m_edit->setToolTip(tr("Other settings or another secret for the chosen source; its name and its imports stay"));
    m_remove = button(QStringLiteral("removeSource"), tr("R&emove source…"), QStringLiteral("trash"), this);
    m_sync = button(QStringLiteral("syncSource"), tr("&Sync"), QStringLiteral("reconcile"), this);
    m_sync->setToolTip(tr("Read the chosen source over the network for this month"));
    m_syncAll = button(QStringLiteral("syncAllSources"), tr("Sync a&ll"), QStringLiteral("reconcile"), this);
    m_syncAll->setToolTip(tr("Read every source that has a connection, side by side"));
    m_test = button(QStringLiteral("testSource"), tr("&Test"), QStringLiteral("good"), this);
    m_test->setToolTip(tr("Sign in to the chosen source and read a little; nothing is stored"));
    m_signIn = button(QStringLiteral("signInSource"), tr("Si&gn in…"), QStringLiteral("user"), this);
    m_signIn->setToolTip(tr("Sign in to the vendor with your browser"));
    m_signIn->setVisible(false);
    m_confirm = button(QStringLiteral("confirmHeld"), tr("Use the hel&d result…"), QStringLiteral("approve"), this);
    m_confirm->setVisible(false);
    m_hint = muted({}, this);
    m_sourceTable = new PageTable(m_sources, QStringLiteral("sources"), tr("Sources"), this);
    setFocusProxy(m_sourceTable);
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
    all->addLayout(inRow({m_syncAll, m_sync, m_test, m_signIn, m_import, m_add, m_edit, m_remove, m_confirm, nullptr}));
    all->addWidget(m_hint);
    all->addWidget(m_board);
    all->addWidget(split, 1);
}

void SourcesPage::importFiles(const QStringList &files)
{
    if (mayWrite())
        m_importer->begin(files, {}, period()); // the marked row is no choice: the first one is marked by itself
}

SourceName SourcesPage::chosenSource() const
{
    const int row = m_sourceTable->currentRow();
    return row < 0 ? SourceName() : m_sources->row(row).row.source.name;
}

void SourcesPage::read()
{
    enableActions();
    session().ask(
        this, [](Workspace &workspace) { return browserSources(workspace); },
        [this](Result<std::set<SourceName>> found) {
            if (found)
                m_browserSources = std::move(*found);
            enableActions();
        });
    session().ask(
        this,
        [period = period()](Workspace &workspace) -> Result<std::vector<SourceHealth>> {
            return readSourceHealth(workspace, period.value_or(Period::of(workspace.environment().clock->today()).previous()));
        },
        [this](Result<std::vector<SourceHealth>> rows) {
            if (!rows) {
                complain(rows.error());
                return;
            }
            m_hint->setText(rows->empty() ? tr("No source yet. Drop the PSA's agreement report and a vendor's report here, or choose "
                                               "Import files: the source is made on the way.")
                                          : tr("Drop files anywhere in this window to import them. The newest complete import of a source "
                                               "and month is the one that counts."));
            m_sources->setRows(std::move(rows).value());
            enableActions();
            chooseWanted();
            m_wanted.clear();
            if (m_sourceTable->currentRow() < 0)
                m_sourceTable->chooseRow(0);
            readBatches();
        });
}

void SourcesPage::chooseSource(const QString &name)
{
    m_wanted = name;
    chooseWanted(); // where the page has been read already; else when it is
}

void SourcesPage::chooseWanted()
{
    for (int row = 0; !m_wanted.isEmpty() && row < m_sources->rowCount(); ++row) {
        if (toQString(m_sources->row(row).row.source.name.text) == m_wanted) {
            m_sourceTable->chooseRow(row);
            return;
        }
    }
}

void SourcesPage::readBatches()
{
    const SourceName name = chosenSource();
    enableActions();
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
            const auto &before = m_batches->allRows();
            const bool isNews = before.empty() || found->empty() || found->front().id != before.front().id;
            m_batches->setRows(std::move(found).value());
            if (isNews || m_batchTable->currentRow() < 0) // another source, or a new import of this one
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

Period SourcesPage::monthToFill() const { return period().value_or(Period::of(session().environment().clock->today()).previous()); }

void SourcesPage::enableActions()
{
    const int row = m_sourceTable->currentRow();
    const SourceHealth *chosen = row < 0 ? nullptr : &m_sources->row(row);
    const auto syncs = [](const SourceHealth &source) { return source.row.source.connector != "file"; };
    m_import->setEnabled(mayWrite());
    m_add->setEnabled(mayWrite());
    m_remove->setEnabled(mayWrite() && chosen);
    const bool canSync = mayWrite() && chosen && syncs(*chosen);
    m_sync->setEnabled(canSync);
    m_test->setEnabled(canSync);
    m_edit->setEnabled(canSync); // files have nothing to set
    m_signIn->setVisible(canSync && m_browserSources.contains(chosen->row.source.name));
    m_syncAll->setEnabled(mayWrite() && std::ranges::any_of(m_sources->allRows(), syncs));
    m_confirm->setVisible(mayWrite() && chosen && chosen->row.held.has_value());
}

void SourcesPage::syncChosen()
{
    if (const SourceName name = chosenSource(); !name.isEmpty())
        m_syncer->sync(name, monthToFill());
}

void SourcesPage::syncAll()
{
    if (mayWrite())
        m_syncer->syncAll(monthToFill());
}

bool SourcesPage::isSyncing() const { return m_syncer->isRunning(); }

void SourcesPage::confirmHeld()
{
    const int row = m_sourceTable->currentRow();
    if (row < 0 || !m_sources->row(row).row.held)
        return;
    const SourceHealth health = m_sources->row(row);
    const QString name = toQString(health.row.source.name.text);
    const auto reason = prompts().text(this, tr("Use the held result of %1").arg(name),
        tr("%1 were read, far fewer than the month before. Why is that right?").arg(rowsText(health.row.held->rowsKept)), {});
    if (!reason || reason->trimmed().isEmpty())
        return;
    session().ask(
        this,
        [source = health.row.source.name, month = health.row.held->period, why = toUtf8(reason->trimmed())](
            Workspace &workspace) { return confirmHeldBatch(workspace, source, month, why); },
        [this](const Result<Batch> &confirmed) {
            if (!confirmed)
                complain(confirmed.error());
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
        this, [name](Workspace &workspace) { return removeWithSecrets(workspace, name); },
        [this](const Result<std::vector<Error>> &left) {
            if (!left) {
                complain(left.error());
                return;
            }
            session().tellChanged(Session::Change::Sources);
            if (!left->empty())
                prompts().tell(this, tr("Secrets were left behind"),
                    tr("The source was removed, but its secrets could not be removed from the keychain. Remove them there by hand."),
                    toQString(left->front().message));
        });
}

} // namespace br
