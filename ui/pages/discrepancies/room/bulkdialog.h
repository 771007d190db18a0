// BulkDialog: what a decision about many rows will do, before it is done: how many, how much, three of them, what is left out.
#pragma once

#include "core/workspace/deciding.h"

#include <QDialog>

class QComboBox;

namespace br {

struct BulkPlan {
    std::vector<DiscrepancyRow> rows; // that the act fits
    int leftOut = 0;                  // decided already, or of a kind without adjustment
    Act act = Act::Approve;
};

class BulkDialog final : public QDialog {
    Q_OBJECT

public:
    BulkDialog(const BulkPlan &plan, Day from, QWidget *parent = nullptr);
    QString reason() const;

private:
    QComboBox *m_reason;
};

QString rowTitle(const DiscrepancyRow &row); // "Acme, Endpoint protection"

} // namespace br
