#include "ui/pages/overview/overviewpage.h"

#include "core/base/text.h"
#include "core/workspace/billedworth.h"
#include "core/workspace/exporting.h"
#include "core/workspace/linking.h"
#include "core/workspace/listing.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "core/workspace/sourcing.h"
#include "ui/pages/discrepancies/room/strip.h"
#include "ui/pages/overview/kindbar.h"
#include "ui/pages/overview/trendview.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace br {

namespace {

constexpr int mostMonths = 6;

int64_t longestOf(const std::vector<KindFigure> &kinds)
{
    int64_t longest = 0;
    for (const KindFigure &kind : kinds) {
        longest = std::max(longest, kind.shown());
    }
    return longest;
}

} // namespace

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("overview"), parent)
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeBoard());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
}

QWidget *OverviewPage::makeEmpty()
{
    auto *empty = new QWidget(this);
    m_emptyTitle = new QLabel(empty);
    m_emptyTitle->setObjectName(QStringLiteral("overviewEmptyTitle"));
    m_emptyTitle->setFont(typeFont(Type::Title));
    m_emptyText = sentence(QStringLiteral("overviewEmpty"), empty);
    auto *import = button(QStringLiteral("overviewImport"), tr("1. &Import files…"), QStringLiteral("import"), empty);
    auto *map = button(QStringLiteral("overviewMap"), tr("2. &Link accounts to clients"), QStringLiteral("link"), empty);
    auto *services = button(QStringLiteral("overviewServices"), tr("3. &Define services"), QStringLiteral("nav-services"), empty);
    auto *sync = button(QStringLiteral("overviewSources"), tr("2. &Sync or look at the sources"), QStringLiteral("nav-sources"), empty);
    m_firstSteps = {map, services};
    m_toSources = sync;
    connect(sync, &QPushButton::clicked, this, [this] { emit pageWanted(QStringLiteral("sources")); });
    connect(import, &QPushButton::clicked, this, [this] { emit importWanted({}); });
    connect(map, &QPushButton::clicked, this, [this] { emit pageWanted(QStringLiteral("mapping/accounts")); });
    connect(services, &QPushButton::clicked, this, [this] { emit pageWanted(QStringLiteral("services")); });
    auto *column = new QVBoxLayout(empty);
    roomy(column);
    column->addStretch(1);
    column->addWidget(m_emptyTitle, 0, Qt::AlignHCenter);
    // Between stretches and not aligned: an aligned label is as high as its hint of another width, and loses its last line.
    auto *text = new QHBoxLayout;
    text->addStretch(1);
    text->addWidget(m_emptyText);
    text->addStretch(1);
    column->addLayout(text);
    column->addSpacing(space::medium);
    for (QWidget *widget : std::initializer_list<QWidget *>{import, sync, map, services}) {
        widget->setMinimumWidth(280);
        column->addWidget(widget, 0, Qt::AlignHCenter);
    }
    column->addStretch(2);
    m_emptyText->setMaximumWidth(560);
    m_emptyText->setMinimumWidth(560);
    return empty;
}

QWidget *OverviewPage::makeBoard()
{
    auto *board = new QWidget(this);
    m_strip = new DifferenceStrip(board);
    m_strip->setObjectName(QStringLiteral("overviewStrip"));
    connect(m_strip, &DifferenceStrip::queryRequested, this, &OverviewPage::discrepanciesWanted);
    connect(m_strip, &DifferenceStrip::positionsRequested, this, [this] { emit pageWanted(QStringLiteral("clients")); });
    m_coverage = new QLabel(board);
    m_coverage->setObjectName(QStringLiteral("coverage"));
    m_coverage->setAccessibleName(tr("Coverage"));
    m_coverage->setWordWrap(true);
    m_coverage->setTextFormat(Qt::RichText);
    m_coverage->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_coverage, &QLabel::linkActivated, this, &OverviewPage::follow);

    m_clientModel = new RowsModel<ClientRow>(
        {{{QStringLiteral("client"), tr("Client"), CellKind::Text, 20, true, {}, true, false},
             [](const ClientRow &r) { return textCell(r.name); }},
            {{QStringLiteral("open"), tr("Open"), CellKind::Number, 7}, [](const ClientRow &r) { return numberCell(qint64{r.openRows}); }},
            {{QStringLiteral("decided"), tr("Decided"), CellKind::Number, 8},
                [](const ClientRow &r) { return numberCell(qint64{r.decidedRows}); }},
            {{QStringLiteral("under"), tr("Not billed"), CellKind::Money, 15}, [](const ClientRow &r) { return moneyCell(r.under); }},
            {{QStringLiteral("over"), tr("Too much"), CellKind::Money, 15}, [](const ClientRow &r) { return moneyCell(r.over); }}},
        [](const ClientRow &r) { return toQString(r.client.text); }, this);
    m_clientTable = new PageTable(m_clientModel, QStringLiteral("reviewByClient"), tr("Review by client"), board);
    connect(m_clientTable, &PageTable::opened, this,
        [this](int row) { emit discrepanciesWanted(exactly("client", m_clientModel->row(row).name)); });
    m_sourceModel = new RowsModel<SourceHealth>(
        {{{QStringLiteral("source"), tr("Source"), CellKind::Text, 14, true, {}, true},
             [](const SourceHealth &r) { return textCell(r.row.source.name.text); }},
            {{QStringLiteral("health"), tr("This month"), CellKind::Health, 20}, [](const SourceHealth &r) { return healthCell(r); }},
            {{QStringLiteral("rows"), tr("Rows"), CellKind::Number, 9},
                [](const SourceHealth &r) { return r.row.batch ? numberCell(qint64{r.row.batch->rowsKept}) : textCell(unknownText()); }},
            {{QStringLiteral("last"), tr("Last import"), CellKind::Date, 20},
                [](const SourceHealth &r) { return r.row.lastBatch ? timeCell(r.row.lastBatch->importedAt) : textCell(tr("never")); }}},
        [](const SourceHealth &r) { return toQString(r.row.source.name.text); }, this);
    setFocusProxy(m_clientTable);
    m_sourceTable = new PageTable(m_sourceModel, QStringLiteral("sourceHealth"), tr("Source health"), board);
    connect(m_sourceTable, &PageTable::opened, this,
        [this](int row) { emit sourceWanted(toQString(m_sourceModel->row(row).row.source.name.text)); });

    auto *right = new QWidget(board);
    auto *tables = new QVBoxLayout(right);
    tables->setContentsMargins(space::small, 0, 0, 0);
    tables->addWidget(heading(tr("Review by client"), right));
    tables->addWidget(m_clientTable, 3);
    tables->addWidget(heading(tr("Source health"), right));
    tables->addWidget(m_sourceTable, 2);
    auto *halves = new QSplitter(board);
    halves->addWidget(makeKinds(halves));
    halves->addWidget(right);
    halves->setChildrenCollapsible(false);
    halves->setSizes({470, 570});
    m_clientTable->sortFirstBy(QStringLiteral("open"), Qt::DescendingOrder);
    auto *column = new QVBoxLayout(board);
    roomy(column);
    column->addWidget(m_strip);
    column->addWidget(m_coverage);
    column->addWidget(halves, 1);
    return board;
}

QWidget *OverviewPage::makeKinds(QWidget *parent)
{
    auto *left = new QWidget(parent);
    auto *area = new QScrollArea(left);
    area->setFrameShape(QFrame::StyledPanel);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *list = new QWidget(area);
    m_kinds = new QVBoxLayout(list);
    m_kinds->setContentsMargins(space::tight, space::tight, space::tight, space::tight);
    m_kinds->setSpacing(0);
    area->setWidget(list);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(heading(tr("Money by kind, per month"), left));
    column->addWidget(area, 1);
    m_trendTitle = heading(tr("Trend over months"), left);
    m_trend = new TrendView(left);
    connect(m_trend, &TrendView::monthWanted, this, &OverviewPage::periodWanted);
    column->addSpacing(space::tight);
    column->addWidget(m_trendTitle);
    column->addWidget(m_trend);
    return left;
}

void OverviewPage::read()
{
    const quint64 ticket = ++m_asked;
    if (!period()) {
        showEmpty({});
        return;
    }
    session().ask(
        this,
        [period = *period()](Workspace &workspace) -> Result<Answer> {
            MonthRows rows;
            const auto take = [](auto &into, auto result) -> Status {
                if (!result)
                    return result.error();
                into = std::move(result).value();
                return {};
            };
            std::vector<Service> rules;
            for (const Status &status :
                {take(rows.positions, untracedPositions(workspace, period)), take(rows.discrepancies, discrepancyRows(workspace, period)),
                    take(rows.clients, clientRows(workspace, period, rows.positions, rows.discrepancies)),
                    take(rows.sources, readSourceHealth(workspace, period)), take(rows.accounts, accountRows(workspace, period)),
                    take(rows.meters, meterRows(workspace, period)), take(rows.products, productRows(workspace, period)),
                    take(rules, services(workspace))}) {
                if (!status)
                    return status.error();
            }
            if (const Status status = take(rows.billed, billedWorth(workspace, period, rows.positions)); !status)
                return status.error();
            const auto approved = approvedWorth(workspace, period, rows.discrepancies);
            if (!approved)
                return approved.error();
            const Totals sums = totals(DiscrepancyColumns::from(period, rows.discrepancies), {});
            return Answer{monthFigures(rows), stripNumbers(positionTotals(rows.positions, rows.billed), sums, *approved),
                std::move(rows.clients), std::move(rows.sources), rules.size(), sums};
        },
        [this, ticket](Result<Answer> answer) {
            if (ticket != m_asked)
                return;
            if (answer) {
                const Totals sums = answer->sums;
                show(std::move(answer).value());
                readMonths(ticket, sums);
            } else {
                complain(answer.error());
            }
        });
}

// After the month itself: it takes longer, and the board is there already.
void OverviewPage::readMonths(quint64 ticket, const Totals &own)
{
    session().ask(
        this, [period = *period(), own](Workspace &workspace) { return readTrend(workspace, period, own, mostMonths); },
        [this, ticket](Result<MonthTrend> trend) {
            if (ticket != m_asked || !trend)
                return;
            const bool hasPast = trend->months.size() > 1;
            m_trendTitle->setText(
                trend->currency.isNone() ? tr("Trend over months") : tr("Trend over months, %1").arg(toQString(trend->currency.code())));
            m_trendTitle->setVisible(hasPast);
            m_trend->setVisible(hasPast);
            m_trend->showTrend(std::move(trend).value());
        });
}

void OverviewPage::show(Answer answer)
{
    const bool hasData = std::ranges::any_of(answer.sources, [](const SourceHealth &source) { return source.row.batch.has_value(); });
    if (answer.services == 0 || !hasData) { // zeros would say that all is well
        showEmpty(answer);
        return;
    }
    m_stack->setCurrentIndex(1);
    m_strip->showNumbers(answer.strip);
    showCoverage(answer);
    showKinds(answer.figures);
    m_clientModel->setRows(std::move(answer.clients));
    m_sourceModel->setRows(std::move(answer.sources));
}

void OverviewPage::showKinds(const MonthFigures &figures)
{
    while (QLayoutItem *item = m_kinds->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int64_t longest = longestOf(figures.kinds);
    for (const KindFigure &kind : figures.kinds) {
        auto *bar = new KindBar(kind, longest, this);
        const QString query = QStringLiteral("kind:=") + toQString(kindCode(kind.kind));
        connect(bar, &QAbstractButton::clicked, this, [this, query] { emit discrepanciesWanted(query); });
        m_kinds->addWidget(bar);
    }
    if (figures.kinds.empty())
        m_kinds->addWidget(muted(tr("No discrepancy: what is billed is what is used, in everything that is compared."), this));
    m_kinds->addStretch(1);
}

void OverviewPage::showCoverage(const Answer &answer)
{
    const MonthFigures &f = answer.figures;
    const auto link
        = [](const char *target, const QString &text) { return QStringLiteral("<a href='%1'>%2</a>").arg(QLatin1String(target), text); };
    QStringList parts;
    if (f.checkedPercent >= 0)
        parts << tr("<b>%1 %</b> of the billed value is checked.").arg(f.checkedPercent);
    QStringList open;
    if (f.unmappedAccounts > 0)
        open << link("accounts", tr("%n account(s) without a client", nullptr, f.unmappedAccounts));
    if (f.unmappedMeters > 0)
        open << link("meters", tr("%n meter(s) without a service", nullptr, f.unmappedMeters));
    if (f.productsWithoutService > 0)
        open << link("products", tr("%n billed product(s) in no service", nullptr, f.productsWithoutService));
    if (f.staleSources > 0)
        open << link("sources", tr("%n source(s) without whole data of this month", nullptr, f.staleSources));
    parts << (open.isEmpty() ? tr("Everything that was imported is mapped.")
                             : tr("Not compared yet: %1.").arg(open.join(QStringLiteral(", "))));
    m_coverage->setText(parts.join(QLatin1Char(' ')));
}

void OverviewPage::showEmpty(const Answer &answer)
{
    m_stack->setCurrentIndex(0);
    const bool isOtherMonth = answer.services > 0 && !answer.sources.empty();
    for (QWidget *step : m_firstSteps)
        step->setVisible(!isOtherMonth);
    m_toSources->setVisible(isOtherMonth);
    m_emptyTitle->setText(isOtherMonth ? tr("Nothing was compared for %1 yet").arg(periodText(period().value_or(Period())))
                                       : tr("Three steps to the first result"));
    m_emptyText->setText(isOtherMonth
            ? tr("No source has brought anything for this month, so nothing is known of it, neither good nor bad. "
                 "Import the PSA's lines and the vendors' reports of the month, or sync the sources. The "
                 "comparison then runs by itself.")
            : answer.sources.empty() ? tr("Import the PSA's agreement lines and at least one vendor's report of a month. Then "
                                          "link the vendor's accounts to your clients and say which "
                                          "products bill what the vendor counts. The comparison runs by itself.")
                                     : tr("Files are in. No service is defined yet: a service says which products bill what a "
                                          "vendor counts. Link the accounts, then define the first one."));
}

void OverviewPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_coverage) { // links keep the colour they were set with
        const QString text = m_coverage->text();
        m_coverage->clear();
        m_coverage->setText(text);
    }
}

void OverviewPage::follow(const QString &link)
{
    emit pageWanted(link == QLatin1String("sources") ? link : QStringLiteral("mapping/") + link);
}

} // namespace br
