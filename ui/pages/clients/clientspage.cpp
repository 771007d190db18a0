#include "ui/pages/clients/clientspage.h"

#include "core/base/text.h"
#include "core/workspace/reconciling.h"
#include "core/workspace/rulemaking.h"
#include "ui/pages/clients/clientview.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>

#include <algorithm>

namespace br {

ClientsPage::ClientsPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("clients"), parent)
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(makeList());
    m_view = new ClientView(this);
    m_stack->addWidget(m_view);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    connect(m_view, &ClientView::backWanted, this, &ClientsPage::back);
    connect(m_view, &ClientView::detailWanted, this, &ClientsPage::readBehind);
    connect(m_view, &ClientView::discrepanciesWanted, this, &Page::discrepanciesWanted);
}

QWidget *ClientsPage::makeList()
{
    auto *list = new QWidget(this);
    m_search = new QLineEdit(list);
    m_search->setObjectName(QStringLiteral("clientSearch"));
    m_search->setPlaceholderText(tr("Find a client"));
    m_search->setAccessibleName(tr("Find a client"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    searchByKeys(list, m_search);
    m_summary = muted({}, list);
    m_model = new RowsModel<ClientRow>(
        {{{QStringLiteral("client"), tr("Client"), CellKind::Text, 26, true, {}, true},
             [](const ClientRow &r) { return textCell(r.name); }},
            {{QStringLiteral("id"), tr("Id"), CellKind::Text, 12},
                [](const ClientRow &r) { return textCell(r.client.text == r.name ? std::string() : r.client.text); }},
            {{QStringLiteral("parent"), tr("Billed with"), CellKind::Text, 20, true,
                 tr("The parent client whose positions take this client's numbers")},
                [](const ClientRow &r) { return textCell(r.rollUp ? r.parentName : std::string()); }},
            {{QStringLiteral("positions"), tr("Services"), CellKind::Number, 9},
                [](const ClientRow &r) { return numberCell(qint64{r.positions}); }},
            {{QStringLiteral("open"), tr("Open"), CellKind::Number, 8}, [](const ClientRow &r) { return numberCell(qint64{r.openRows}); }},
            {{QStringLiteral("decided"), tr("Decided"), CellKind::Number, 9},
                [](const ClientRow &r) { return numberCell(qint64{r.decidedRows}); }},
            {{QStringLiteral("under"), tr("Not billed"), CellKind::Money, 18}, [](const ClientRow &r) { return moneyCell(r.under); }},
            {{QStringLiteral("over"), tr("Billed too much"), CellKind::Money, 18}, [](const ClientRow &r) { return moneyCell(r.over); }}},
        [](const ClientRow &r) { return toQString(r.client.text); }, this);
    m_table = new PageTable(m_model, QStringLiteral("clients"), tr("Clients"), list);
    m_table->sortFirstBy(QStringLiteral("client"), Qt::AscendingOrder);
    setFocusProxy(m_table);
    connect(m_search, &QLineEdit::textChanged, m_model, &RowsModel<ClientRow>::setFilterText);
    connect(m_table, &PageTable::opened, this, [this](int row) { openClient(m_model->row(row).client); });
    auto *column = new QVBoxLayout(list);
    roomy(column);
    column->addLayout(inRow({m_search, m_summary}));
    column->addWidget(m_table, 1);
    return list;
}

void ClientsPage::forget()
{
    ++m_asked;
    m_client = {};
    m_search->clear();
    m_model->setRows({});
    m_summary->setText({});
    m_stack->setCurrentIndex(0);
}

void ClientsPage::openClient(const ClientId &client)
{
    m_client = client;
    readClient();
}

void ClientsPage::back()
{
    m_client = {};
    m_stack->setCurrentIndex(0);
    m_table->setFocus();
    readList();
}

void ClientsPage::read()
{
    if (m_client.isEmpty())
        readList();
    else
        readClient();
}

void ClientsPage::readList()
{
    const quint64 ticket = ++m_asked;
    if (!period()) {
        m_model->setRows({});
        m_summary->setText(tr("No client yet: they come with the PSA's agreement lines. Import them under Sources."));
        return;
    }
    session().ask(
        this, [period = *period()](Workspace &workspace) { return clientRows(workspace, period); },
        [this, ticket](Result<std::vector<ClientRow>> rows) {
            if (ticket != m_asked)
                return;
            if (!rows) {
                complain(rows.error());
                return;
            }
            int open = 0;
            for (const ClientRow &row : *rows)
                open += row.openRows > 0 ? 1 : 0;
            m_summary->setText(rows->empty()
                    ? tr("No client in this month: import the PSA's agreement lines under Sources.")
                    : tr("%n client(s), ", nullptr, static_cast<int>(rows->size())) + tr("%n with open rows", nullptr, open));
            // Columns that would be empty leave their room to the names.
            m_table->view()->suggestColumnShown(
                QStringLiteral("id"), std::ranges::any_of(*rows, [](const ClientRow &row) { return row.client.text != row.name; }));
            m_table->view()->suggestColumnShown(
                QStringLiteral("parent"), std::ranges::any_of(*rows, [](const ClientRow &row) { return row.rollUp; }));
            m_model->setRows(std::move(rows).value());
            if (m_table->currentRow() < 0)
                m_table->chooseRow(0);
        });
}

void ClientsPage::readClient()
{
    const quint64 ticket = ++m_asked;
    if (!period()) {
        back();
        return;
    }
    struct Answer {
        ClientDetail detail;
        std::vector<Service> services;
    };
    session().ask(
        this,
        [period = *period(), client = m_client](Workspace &workspace) -> Result<Answer> {
            auto detail = clientDetail(workspace, period, client);
            if (!detail)
                return detail.error();
            auto rules = services(workspace);
            if (!rules)
                return rules.error();
            return Answer{std::move(detail).value(), std::move(rules).value()};
        },
        [this, ticket](Result<Answer> answer) {
            if (ticket != m_asked)
                return;
            if (!answer) {
                const Error &error = answer.error();
                back();
                if (error.code != Errc::NotFound)
                    complain(error);
                return;
            }
            m_view->show(std::move(answer->detail), std::move(answer->services));
            m_stack->setCurrentIndex(1);
        });
}

void ClientsPage::readBehind(const ServiceId &service)
{
    if (!period() || m_client.isEmpty())
        return;
    session().ask(
        this,
        [period = *period(), client = m_client, service](
            Workspace &workspace) { return positionDetail(workspace, period, client, service); },
        [this, client = m_client](Result<PositionDetail> detail) {
            if (detail && client == m_client)
                m_view->showBehind(*detail);
        });
}

void ClientsPage::keyPressEvent(QKeyEvent *event)
{
    const bool goesBack = event->key() == Qt::Key_Escape || event->key() == Qt::Key_Backspace;
    if (goesBack && m_stack->currentIndex() == 1)
        back();
    else
        Page::keyPressEvent(event);
}

} // namespace br
