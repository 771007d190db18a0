#include "ui/pages/mapping/meterstab.h"

#include "core/base/text.h"
#include "core/workspace/linking.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace br {

namespace {

QString stateText(const MeterRow &row)
{
    if (row.ignored)
        return MetersTab::tr("ignored");
    return row.services.empty() ? MetersTab::tr("in no service") : MetersTab::tr("compared");
}

QString servicesText(const MeterRow &row)
{
    if (row.ignored)
        return toQString(row.ignoredReason);
    QStringList names;
    for (const ServiceId &id : row.services)
        names << toQString(id.text);
    return names.join(QStringLiteral(", "));
}

} // namespace

MetersTab::MetersTab(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("metersTab"), parent)
    , m_model(new RowsModel<MeterRow>(
          {{{QStringLiteral("state"), tr("State"), CellKind::Text, 13}, [](const MeterRow &r) { return textCell(stateText(r)); }},
              {{QStringLiteral("meter"), tr("Meter"), CellKind::Text, 26, true, {}, true},
                  [](const MeterRow &r) { return textCell(r.meter.name.empty() ? r.meter.id.text : r.meter.name); }},
              {{QStringLiteral("source"), tr("Source"), CellKind::Text, 14},
                  [](const MeterRow &r) { return textCell(r.meter.source.text); }},
              {{QStringLiteral("services"), tr("Services, or why ignored"), CellKind::Text, 24, true, {}, true},
                  [](const MeterRow &r) { return textCell(servicesText(r)); }},
              {{QStringLiteral("accounts"), tr("Accounts"), CellKind::Number, 9},
                  [](const MeterRow &r) { return numberCell(qint64{r.accounts}); }},
              {{QStringLiteral("purchased"), tr("Purchased"), CellKind::Number, 10},
                  [](const MeterRow &r) { return numberCell(r.purchased); }},
              {{QStringLiteral("assigned"), tr("Assigned"), CellKind::Number, 10},
                  [](const MeterRow &r) { return numberCell(r.assigned); }},
              {{QStringLiteral("used"), tr("Used"), CellKind::Number, 10}, [](const MeterRow &r) { return numberCell(r.used); }},
              {{QStringLiteral("assets"), tr("Assets"), CellKind::Number, 9},
                  [](const MeterRow &r) { return numberCell(qint64{r.assets}); }}},
          [](const MeterRow &r) { return toQString(r.meter.source.text + '\n' + r.meter.id.text); }, this))
    , m_table(new PageTable(m_model, QStringLiteral("meters"), tr("Meters"), this))
    , m_summary(sentence(QStringLiteral("meterSummary"), this))
    , m_service(button(QStringLiteral("meterToService"), tr("Make a &service of it…"), QStringLiteral("nav-services"), this))
    , m_ignore(button(QStringLiteral("ignoreMeter"), tr("&Ignore…"), QStringLiteral("dismiss"), this))
    , m_consider(button(QStringLiteral("considerMeter"), tr("&Take back"), QStringLiteral("undo"), this))
{
    m_consider->setToolTip(tr("No longer ignore this meter"));
    setFocusProxy(m_table);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, space::small, 0, 0);
    all->addWidget(m_summary);
    all->addWidget(m_table, 1);
    all->addLayout(inRow({m_service, m_ignore, m_consider, nullptr}));
    connect(m_table, &PageTable::chosenChanged, this, &MetersTab::enableActions);
    connect(m_ignore, &QPushButton::clicked, this, &MetersTab::ignore);
    connect(m_consider, &QPushButton::clicked, this, &MetersTab::consider);
    const auto wantService = [this] {
        if (const MeterRow *row = chosen())
            emit serviceWanted(row->meter.source, row->meter.id);
    };
    connect(m_service, &QPushButton::clicked, this, wantService);
    connect(m_table, &PageTable::opened, this, wantService);
}

void MetersTab::forget()
{
    m_model->setRows({});
    m_summary->setText({});
}

void MetersTab::read()
{
    if (!period()) {
        m_model->setRows({});
        m_summary->setText(tr("No meter in this month. Import a vendor's report under Sources."));
        return;
    }
    session().ask(
        this, [period = *period()](Workspace &workspace) { return meterRows(workspace, period); },
        [this](Result<std::vector<MeterRow>> rows) {
            if (!rows) {
                complain(rows.error());
                return;
            }
            const auto open = [](const MeterRow &row) { return row.services.empty() && !row.ignored; };
            std::stable_partition(rows->begin(), rows->end(), open);
            const auto count = static_cast<int>(std::count_if(rows->begin(), rows->end(), open));
            m_summary->setText(rows->empty() ? tr("No meter in this month. Import a vendor's report under Sources.")
                    : count == 0             ? tr("Every meter is in a service or ignored.")
                                 : tr("%n meter(s) are in no service: what they count is billed by nothing we know of.", nullptr, count));
            m_model->setRows(std::move(rows).value());
            if (m_table->currentRow() < 0)
                m_table->chooseRow(0);
            enableActions();
        });
}

const MeterRow *MetersTab::chosen() const
{
    const int row = m_table->currentRow();
    return row < 0 ? nullptr : &m_model->row(row);
}

void MetersTab::enableActions()
{
    const MeterRow *row = chosen();
    m_service->setEnabled(mayWrite() && row && !row->ignored);
    m_ignore->setEnabled(mayWrite() && row && !row->ignored);
    m_consider->setEnabled(mayWrite() && row && row->ignored);
}

void MetersTab::ignore()
{
    const MeterRow *row = chosen();
    if (!row)
        return;
    IgnoredMeter meter{row->meter.source, row->meter.id, {}};
    const auto reason = prompts().text(
        this, tr("Ignore this meter"), tr("Why is it left out? (for example: included in the platform, never billed)"), {});
    if (!reason)
        return;
    meter.reason = toUtf8(*reason);
    session().ask(
        this, [meter](Workspace &workspace) { return ignoreMeter(workspace, meter); },
        [this](const Status &stored) {
            if (!stored)
                complain(stored.error());
            else
                session().tellChanged(Session::Change::Links);
        });
}

void MetersTab::consider()
{
    const MeterRow *row = chosen();
    if (!row)
        return;
    session().ask(
        this, [source = row->meter.source, id = row->meter.id](Workspace &workspace) { return considerMeter(workspace, source, id); },
        [this](const Status &stored) {
            if (!stored)
                complain(stored.error());
            else
                session().tellChanged(Session::Change::Links);
        });
}

} // namespace br
