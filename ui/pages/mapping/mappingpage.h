// MappingPage: accounts to clients, meters and products to services; three tabs of one page. Thread rule: interface thread.
#pragma once

#include "core/base/id.h"
#include "ui/pages/page.h"

class QTabWidget;

namespace br {

class MappingPage final : public Page {
    Q_OBJECT

public:
    MappingPage(const PageContext &context, QWidget *parent);
    void showTab(const QString &name); // "accounts", "meters", "products"

signals:
    void meterServiceWanted(const br::SourceName &source, const br::MeterId &meter);
    void productServiceWanted(const br::ProductId &product);

protected:
    void read() override;
    void forget() override;

private:
    QTabWidget *m_tabs;
    std::vector<Page *> m_pages;
};

} // namespace br
