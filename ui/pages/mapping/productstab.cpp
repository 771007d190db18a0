#include "ui/pages/mapping/productstab.h"

#include "core/base/text.h"
#include "core/workspace/linking.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace br {

ProductsTab::ProductsTab(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("productsTab"), parent)
    , m_model(new RowsModel<ProductRow>(
          {{{QStringLiteral("state"), tr("State"), CellKind::Text, 13},
               [](const ProductRow &r) { return textCell(r.services.empty() ? tr("in no service") : tr("compared")); }},
              {{QStringLiteral("product"), tr("Product"), CellKind::Text, 26, true, {}, true},
                  [](const ProductRow &r) { return textCell(r.product.name.empty() ? r.product.id.text : r.product.name); }},
              {{QStringLiteral("id"), tr("Id"), CellKind::Text, 18}, [](const ProductRow &r) { return textCell(r.product.id.text); }},
              {{QStringLiteral("services"), tr("Services"), CellKind::Text, 20, true, {}, true},
                  [](const ProductRow &r) {
                      QStringList names;
                      for (const ServiceId &id : r.services)
                          names << toQString(id.text);
                      return textCell(names.join(QStringLiteral(", ")));
                  }},
              {{QStringLiteral("lines"), tr("Active lines"), CellKind::Number, 11},
                  [](const ProductRow &r) { return numberCell(qint64{r.lines}); }},
              {{QStringLiteral("quantity"), tr("Billed quantity"), CellKind::Number, 14},
                  [](const ProductRow &r) { return numberCell(r.billedQuantity); }},
              {{QStringLiteral("price"), tr("List price"), CellKind::Money, 14},
                  [](const ProductRow &r) { return moneyCell(r.product.listPrice, r.product.currency, false); }}},
          [](const ProductRow &r) { return toQString(r.product.id.text); }, this))
    , m_table(new PageTable(m_model, QStringLiteral("products"), tr("Products"), this))
    , m_summary(sentence(QStringLiteral("productSummary"), this))
    , m_service(button(QStringLiteral("productToService"), tr("Make a &service of it…"), QStringLiteral("nav-services"), this))
{
    setFocusProxy(m_table);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, space::small, 0, 0);
    all->addWidget(m_summary);
    all->addWidget(m_table, 1);
    all->addLayout(inRow({m_service, nullptr}));
    connect(m_service, &QPushButton::clicked, this, &ProductsTab::wantService);
    connect(m_table, &PageTable::opened, this, &ProductsTab::wantService);
    connect(m_table, &PageTable::chosenChanged, this, [this] { m_service->setEnabled(mayWrite() && m_table->currentRow() >= 0); });
}

void ProductsTab::wantService()
{
    const int row = m_table->currentRow();
    if (row >= 0 && mayWrite())
        emit serviceWanted(m_model->row(row).product.id);
}

void ProductsTab::forget()
{
    m_model->setRows({});
    m_summary->setText({});
}

void ProductsTab::read()
{
    if (!period()) {
        m_model->setRows({});
        m_summary->setText(tr("No product yet: they come with the PSA's agreement lines."));
        return;
    }
    session().ask(
        this, [period = *period()](Workspace &workspace) { return productRows(workspace, period); },
        [this](Result<std::vector<ProductRow>> rows) {
            if (!rows) {
                complain(rows.error());
                return;
            }
            const auto open = [](const ProductRow &row) { return row.services.empty() && row.lines > 0; };
            std::stable_partition(rows->begin(), rows->end(), open);
            const auto count = static_cast<int>(std::count_if(rows->begin(), rows->end(), open));
            m_summary->setText(rows->empty() ? tr("No product yet: they come with the PSA's agreement lines.")
                    : count == 0             ? tr("Every billed product is in a service.")
                                 : tr("%n billed product(s) are in no service: nothing counts what they bill. That is fine for flat fees.",
                                     nullptr, count));
            m_model->setRows(std::move(rows).value());
            if (m_table->currentRow() < 0)
                m_table->chooseRow(0);
        });
}

} // namespace br
