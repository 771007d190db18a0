// ProductsTab: what the PSA bills, products in no service first. Thread rule: interface thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;

namespace br {

class PageTable;

class ProductsTab final : public Page {
    Q_OBJECT

public:
    ProductsTab(const PageContext &context, QWidget *parent);

signals:
    void serviceWanted(const br::ProductId &product); // make one that is billed by it

protected:
    void read() override;
    void forget() override;

private:
    void wantService();
    RowsModel<ProductRow> *m_model;
    PageTable *m_table;
    QLabel *m_summary;
    QPushButton *m_service;
};

} // namespace br
