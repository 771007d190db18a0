// MetersTab: what the vendors count, those in no service first: put into a service, or ignored with a reason.
//
// Thread rule: interface thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;

namespace br {

class PageTable;

class MetersTab final : public Page {
    Q_OBJECT

public:
    MetersTab(const PageContext &context, QWidget *parent);

signals:
    void serviceWanted(const br::SourceName &source, const br::MeterId &meter); // make one that counts this meter

protected:
    void read() override;
    void forget() override;

private:
    void ignore();
    void consider();
    void enableActions();
    const MeterRow *chosen() const;

    RowsModel<MeterRow> *m_model;
    PageTable *m_table;
    QLabel *m_summary;
    QPushButton *m_service;
    QPushButton *m_ignore;
    QPushButton *m_consider;
};

} // namespace br
