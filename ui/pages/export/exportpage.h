// ExportPage: the approved adjustments as they will leave: which sheet, exactly which rows, what is missing, what left before.
//
// Thread rule: interface thread.
#pragma once

#include "core/workspace/exporting.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace br {

class EmptyState;
class PageTable;
class ToneLabel;

class ExportPage final : public Page {
    Q_OBJECT

public:
    ExportPage(const PageContext &context, QWidget *parent);

protected:
    void read() override;

private:
    void makeModels();
    void layOut();
    void show(SheetPreview preview);
    void showTotals(const SheetPreview &preview);
    void showWarnings(const SheetPreview &preview);
    void openRow(const AdjustmentRow &row);
    void exportNow();
    Sheet sheet() const;
    SheetFormat format() const;
    QString settingOf(const char *what) const;
    void keepChoice();
    void restoreChoice();

    RowsModel<AdjustmentRow> *m_rows = nullptr;
    RowsModel<AdjustmentRow> *m_byHand = nullptr;
    RowsModel<HandedOver> *m_before = nullptr;
    PageTable *m_rowTable = nullptr;
    PageTable *m_byHandTable = nullptr;
    PageTable *m_beforeTable = nullptr;
    QComboBox *m_sheet = nullptr;
    QComboBox *m_format = nullptr;
    QLabel *m_totals = nullptr;
    ToneLabel *m_already = nullptr; // what was exported before, said before it is done again
    ToneLabel *m_warnings = nullptr;
    QLabel *m_byHandTitle = nullptr;
    QLabel *m_beforeTitle = nullptr;
    QPushButton *m_go = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace br
