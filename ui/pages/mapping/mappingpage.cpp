#include "ui/pages/mapping/mappingpage.h"

#include "ui/pages/mapping/accountstab.h"
#include "ui/pages/mapping/meterstab.h"
#include "ui/pages/mapping/productstab.h"
#include "ui/pages/parts/pageparts.h"

#include <QBoxLayout>
#include <QTabBar>
#include <QTabWidget>

namespace br {

MappingPage::MappingPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("mapping"), parent)
    , m_tabs(new QTabWidget(this))
{
    auto *accounts = new AccountsTab(context, this);
    auto *meters = new MetersTab(context, this);
    auto *products = new ProductsTab(context, this);
    m_pages = {accounts, meters, products};
    m_tabs->setObjectName(QStringLiteral("mappingTabs"));
    m_tabs->setAccessibleName(tr("What to map"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(accounts, tr("Accounts → clients"));
    m_tabs->addTab(meters, tr("Meters → services"));
    m_tabs->addTab(products, tr("Products → services"));
    m_tabs->tabBar()->setAccessibleName(tr("What to map"));
    setFocusProxy(accounts);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] { setFocusProxy(m_tabs->currentWidget()); });
    auto *all = new QVBoxLayout(this);
    roomy(all);
    all->addWidget(m_tabs);
    connect(accounts, &AccountsTab::unmappedCounted, this,
        [this](int count) { m_tabs->setTabText(0, count > 0 ? tr("Accounts → clients (%1)").arg(count) : tr("Accounts → clients")); });
    connect(meters, &MetersTab::serviceWanted, this, &MappingPage::meterServiceWanted);
    connect(products, &ProductsTab::serviceWanted, this, &MappingPage::productServiceWanted);
    for (const Page *page : m_pages)
        connect(page, &Page::told, this, &Page::told);
}

void MappingPage::showTab(const QString &name)
{
    m_tabs->setCurrentIndex(name == QLatin1String("meters") ? 1 : name == QLatin1String("products") ? 2 : 0);
}

// Also the tabs that are not seen: their titles count what is unmapped.
void MappingPage::forget()
{
    for (Page *page : m_pages) {
        page->setPeriod({});
        page->clear();
    }
}

void MappingPage::read()
{
    for (Page *page : m_pages)
        page->setPeriod(period());
}

} // namespace br
