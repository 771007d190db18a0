#include "ui/pages/clients/clientview.h"

#include "core/base/text.h"
#include "core/words/namedtrace.h"
#include "core/words/words.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace br {

ClientView::ClientView(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_facts(muted({}, this))
    , m_trace(sentence(QStringLiteral("clientTrace"), this))
    , m_linesTitle(heading(tr("What the agreements bill"), this))
    , m_countsTitle(heading(tr("What the vendors count"), this))
    , m_rows(button(QStringLiteral("clientRows"), tr("Discrepancies"), QStringLiteral("nav-discrepancies"), this))
{
    makeModels();
    makeAssetModel();
    auto *back = button(QStringLiteral("backToClients"), tr("&Clients"), QStringLiteral("chevron-left"), this);
    back->setToolTip(tr("Back to all clients (Esc)"));
    m_name->setFont(typeFont(Type::Heading));
    m_positionTable = new PageTable(m_positions, QStringLiteral("clientPositions"), tr("Services of the client"), this);
    auto *lines = new PageTable(m_lines, QStringLiteral("clientLines"), tr("Billed lines"), this);
    m_countTable = new PageTable(m_counts, QStringLiteral("clientCounts"), tr("Counts"), this);
    m_assetTable = new PageTable(m_assets, QStringLiteral("clientAssets"), tr("Assets"), this);
    auto *accounts = new PageTable(m_accounts, QStringLiteral("clientAccounts"), tr("Linked accounts"), this);

    const auto pane = [this](QWidget *title, std::initializer_list<std::pair<QWidget *, int>> parts) {
        auto *made = new QWidget(this);
        auto *column = new QVBoxLayout(made);
        column->setContentsMargins(space::tight, space::tight, space::tight, 0);
        column->addWidget(title);
        for (const auto &[widget, stretch] : parts)
            column->addWidget(widget, stretch);
        return made;
    };
    auto *sides = new QSplitter(this);
    sides->addWidget(pane(m_linesTitle, {{lines, 1}}));
    sides->addWidget(pane(m_countsTitle, {{m_countTable, 2}, {m_assetTable, 3}, {heading(tr("Linked accounts"), this), 0}, {accounts, 2}}));
    sides->setChildrenCollapsible(false);
    sides->setSizes({500, 540});
    auto *halves = new QSplitter(Qt::Vertical, this);
    halves->addWidget(pane(heading(tr("Service by service"), this), {{m_positionTable, 1}, {m_trace, 0}}));
    halves->addWidget(sides);
    halves->setChildrenCollapsible(false);
    auto *all = new QVBoxLayout(this);
    roomy(all);
    all->addLayout(inRow({back, m_name, nullptr, m_rows}));
    all->addWidget(m_facts);
    all->addWidget(halves, 1);

    connect(back, &QPushButton::clicked, this, &ClientView::backWanted);
    connect(m_rows, &QPushButton::clicked, this, [this] { // exactly the rows that its words count
        emit discrepanciesWanted(
            exactly("client", m_detail.row.name) + (m_detail.row.openRows > 0 ? QStringLiteral(" status:todo") : QString()));
    });
    connect(m_positionTable, &PageTable::chosenChanged, this, &ClientView::followPosition);
    connect(m_positionTable, &PageTable::opened, this, [this](int row) {
        emit discrepanciesWanted(
            exactly("client", m_detail.row.name) + QLatin1Char(' ') + exactly("service", toUtf8(labelOf(m_positions->row(row).service))));
    });
}

void ClientView::makeModels()
{
    m_positions = new RowsModel<Position>(
        {{{QStringLiteral("service"), tr("Service"), CellKind::Text, 26, true, {}, true},
             [this](const Position &p) { return textCell(labelOf(p.service)); }},
            {{QStringLiteral("billed"), tr("Billed"), CellKind::Number, 10},
                [](const Position &p) { return numberCell(std::optional(p.billed)); }},
            {{QStringLiteral("counted"), tr("Counted"), CellKind::Number, 10}, [](const Position &p) { return numberCell(p.counted); }},
            {{QStringLiteral("difference"), tr("Difference"), CellKind::Number, 11},
                [](const Position &p) { return differenceCell(p.difference()); }},
            {{QStringLiteral("impact"), tr("Impact a month"), CellKind::Money, 17},
                [](const Position &p) { return moneyCell(p.impact, p.price ? p.price->currency : Currency()); }},
            {{QStringLiteral("standing"), tr("Result"), CellKind::Text, 22},
                [](const Position &p) { return textCell(standingName(p.standing)); }}},
        [](const Position &p) { return toQString(p.service.text); }, this);
    m_lines = new RowsModel<LineRow>(
        {{{QStringLiteral("product"), tr("Product"), CellKind::Text, 22, true, {}, true},
             [](const LineRow &r) { return textCell(r.productName.empty() ? r.line.product.text : r.productName); }},
            {{QStringLiteral("quantity"), tr("Quantity"), CellKind::Number, 9},
                [](const LineRow &r) { return numberCell(std::optional(toUnits(r.line.quantity))); }},
            {{QStringLiteral("price"), tr("Unit price"), CellKind::Money, 13},
                [](const LineRow &r) { return moneyCell(r.line.unitPrice, r.line.currency, false); }},
            {{QStringLiteral("agreement"), tr("Agreement"), CellKind::Text, 16},
                [](const LineRow &r) { return textCell(r.agreement.name); }},
            {{QStringLiteral("active"), tr("Active"), CellKind::Text, 7},
                [](const LineRow &r) { return textCell(r.active ? tr("yes") : tr("no")); }},
            {{QStringLiteral("from"), tr("From"), CellKind::Date, 11, false}, [](const LineRow &r) { return dayCell(r.line.effective); }},
            {{QStringLiteral("until"), tr("Cancelled"), CellKind::Date, 11, false},
                [](const LineRow &r) { return dayCell(r.line.cancelled); }}},
        [](const LineRow &r) { return toQString(r.line.id.text); }, this);
    m_counts = new RowsModel<CountRow>(
        {{{QStringLiteral("meter"), tr("Meter"), CellKind::Text, 22, true, {}, true},
             [](const CountRow &r) { return textCell(r.meterName.empty() ? r.count.meter.text : r.meterName); }},
            {{QStringLiteral("measure"), tr("Measure"), CellKind::Text, 10},
                [](const CountRow &r) { return textCell(measureName(r.count.measure)); }},
            {{QStringLiteral("quantity"), tr("Quantity"), CellKind::Number, 9},
                [](const CountRow &r) { return numberCell(std::optional(toUnits(r.count.quantity))); }},
            {{QStringLiteral("cost"), tr("Unit cost"), CellKind::Money, 13},
                [](const CountRow &r) { return moneyCell(r.count.unitCost, r.count.currency, false); }},
            {{QStringLiteral("source"), tr("Source"), CellKind::Text, 13}, [](const CountRow &r) { return textCell(r.count.source.text); }},
            {{QStringLiteral("account"), tr("Account"), CellKind::Text, 18, false},
                [](const CountRow &r) { return textCell(r.accountName); }}},
        [](const CountRow &r) {
            return toQString(r.count.source.text + '\n' + r.count.account.text + '\n' + r.count.meter.text + '\n' + r.count.subscription
                + '\n' + std::to_string(static_cast<int>(r.count.measure)));
        },
        this);
    m_accounts = new RowsModel<AccountRow>(
        {{{QStringLiteral("account"), tr("Account"), CellKind::Text, 22, true, {}, true},
             [](const AccountRow &r) { return textCell(r.account.name); }},
            {{QStringLiteral("source"), tr("Source"), CellKind::Text, 13},
                [](const AccountRow &r) { return textCell(r.account.source.text); }},
            {{QStringLiteral("meters"), tr("Meters"), CellKind::Number, 8},
                [](const AccountRow &r) { return numberCell(qint64{r.meters}); }},
            {{QStringLiteral("assets"), tr("Assets"), CellKind::Number, 8},
                [](const AccountRow &r) { return numberCell(qint64{r.assets}); }}},
        [](const AccountRow &r) { return toQString(r.account.source.text + '\n' + r.account.id.text); }, this);
}

void ClientView::makeAssetModel()
{
    m_assets = new RowsModel<AssetRow>(
        {{{QStringLiteral("name"), tr("Asset"), CellKind::Text, 20, true, {}, true},
             [](const AssetRow &r) { return textCell(r.asset.name.empty() ? r.asset.id.text : r.asset.name); }},
            {{QStringLiteral("verdict"), tr("What became of it"), CellKind::Text, 18},
                [](const AssetRow &r) { return textCell(verdictName(r.verdict)); }},
            {{QStringLiteral("class"), tr("Class"), CellKind::Text, 11}, [](const AssetRow &r) { return textCell(r.asset.assetClass); }},
            {{QStringLiteral("status"), tr("Status"), CellKind::Text, 9}, [](const AssetRow &r) { return textCell(r.asset.status); }},
            {{QStringLiteral("seen"), tr("Last seen"), CellKind::Date, 11, false},
                [](const AssetRow &r) { return dayCell(r.asset.lastSeen); }},
            {{QStringLiteral("meter"), tr("Meter"), CellKind::Text, 18, false}, [](const AssetRow &r) { return textCell(r.meterName); }},
            {{QStringLiteral("account"), tr("Account"), CellKind::Text, 18, false},
                [](const AssetRow &r) { return textCell(r.accountName); }}},
        [](const AssetRow &r) {
            return toQString(r.asset.source.text + '\n' + r.asset.account.text + '\n' + r.asset.meter.text + '\n' + r.asset.id.text)
                + QString::number(r.entry);
        },
        this);
}

void ClientView::showBehind(const PositionDetail &detail)
{
    if (detail.position.service != m_followed)
        return;
    m_trace->setText(toQString(traceLine(namedTrace(detail))));
    showAssets(detail.assets);
}

void ClientView::showAssets(std::vector<AssetRow> assets)
{
    m_assetTable->setVisible(!assets.empty());
    m_countTable->setVisible(assets.empty() || m_counts->rowCount() > 0);
    m_assets->setRows(std::move(assets));
}

QString ClientView::labelOf(const ServiceId &id) const
{
    const auto found = std::find_if(m_services.begin(), m_services.end(), [&id](const Service &service) { return service.id == id; });
    return toQString(found == m_services.end() ? id.text : found->label());
}

void ClientView::show(ClientDetail detail, std::vector<Service> services)
{
    const bool another = detail.row.client != m_detail.row.client;
    m_detail = std::move(detail);
    m_services = std::move(services);
    const ClientRow &row = m_detail.row;
    m_name->setText(toQString(row.name));
    m_rows->setText(row.openRows > 0 ? tr("%n open row(s) →", nullptr, row.openRows) : tr("Discrepancies →"));
    m_rows->setAccessibleName(m_rows->text());
    QString facts = tr("Id %1. Not billed today: %2 a month. Billed too much: %3 a month.")
                        .arg(toQString(row.client.text), amountText(row.under, true), amountText(row.over, true));
    if (row.rollUp)
        facts += QLatin1Char(' ') + tr("Its numbers belong to the positions of %1.").arg(toQString(row.parentName));
    m_facts->setText(facts);
    std::stable_partition(
        m_detail.positions.begin(), m_detail.positions.end(), [](const Position &p) { return p.standing != Standing::Match; });
    m_positions->setRows(m_detail.positions);
    m_lines->setRows(m_detail.lines);
    m_counts->setRows(m_detail.counts);
    m_accounts->setRows(m_detail.accounts);
    if (another || m_positionTable->currentRow() < 0)
        m_positionTable->chooseRow(0);
    followPosition();
    m_positionTable->setFocus();
}

void ClientView::followPosition()
{
    const int row = m_positionTable->currentRow();
    const ServiceId id = row < 0 ? ServiceId() : m_positions->row(row).service;
    if (id != m_followed)
        showAssets({}); // until the new ones are there
    m_followed = id;
    const auto service = std::find_if(m_services.begin(), m_services.end(), [&id](const Service &known) { return known.id == id; });
    if (row < 0 || service == m_services.end()) {
        m_trace->setText(m_detail.positions.empty()
                ? tr("No service is compared for this client: nothing it is billed for or uses is in a service.")
                : QString());
        m_lines->setFilter({});
        m_counts->setFilter({});
        return;
    }
    emit detailWanted(id);
    m_trace->clear(); // comes with the names
    m_linesTitle->setText(tr("What the agreements bill: %1").arg(labelOf(id)));
    m_countsTitle->setText(tr("What the vendors count: %1").arg(labelOf(id)));
    m_lines->setFilter([rule = *service](const LineRow &line) {
        return std::any_of(rule.billed.begin(), rule.billed.end(), [&line](const BilledBy &by) { return by.product == line.line.product; });
    });
    m_counts->setFilter([rule = *service](const CountRow &count) {
        return std::any_of(rule.counted.begin(), rule.counted.end(),
            [&count](const CountedBy &by) { return by.source == count.count.source && by.meter == count.count.meter; });
    });
}

} // namespace br
