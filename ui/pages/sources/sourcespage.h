// SourcesPage: each source with its health; import by button or drop; the history of imports and what was rejected in each.
//
// Thread rule: interface thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;

namespace br {

class Importer;
class PageTable;

class SourcesPage final : public Page {
    Q_OBJECT

public:
    SourcesPage(const PageContext &context, QWidget *parent);
    void importFiles(const QStringList &files); // empty: the dialog lets them be chosen

protected:
    void read() override;

private:
    void makeModels();
    void layOut();
    void addSource();
    void removeSource();
    void readBatches();
    void readRows();
    SourceName chosenSource() const;

    Importer *m_importer;
    QLabel *m_hint = nullptr;
    QLabel *m_historyTitle = nullptr;
    QLabel *m_rowsTitle = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_remove = nullptr;
    RowsModel<SourceRow> *m_sources = nullptr;
    RowsModel<Batch> *m_batches = nullptr;
    RowsModel<RejectedRow> *m_rows = nullptr;
    PageTable *m_sourceTable = nullptr;
    PageTable *m_batchTable = nullptr;
};

} // namespace br
