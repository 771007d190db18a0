// SourcesPage: each source with its health; import by button or drop, sync over the network; the history and what was rejected.
//
// Thread rule: interface thread.
#pragma once

#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"
#include "ui/pages/parts/sourcehealth.h"

#include <set>

class QLabel;
class QPushButton;

namespace br {

class Importer;
class PageTable;
class SourceAdder;
class SyncBoard;
class Syncer;

class SourcesPage final : public Page {
    Q_OBJECT

public:
    SourcesPage(const PageContext &context, QWidget *parent);
    void importFiles(const QStringList &files); // empty: the dialog lets them be chosen
    void chooseSource(const QString &name);     // marks it, now or when the page is read
    void syncAll();
    bool isSyncing() const;

protected:
    void read() override;

private:
    void layOut();
    void connectParts();
    Period monthToFill() const; // the chosen one, else the last that is over
    void syncChosen();
    void confirmHeld();
    void removeSource();
    void enableActions();
    void chooseWanted();
    void readBatches();
    void readRows();
    SourceName chosenSource() const;

    Importer *m_importer;
    SourceAdder *m_adder;
    SyncBoard *m_board;
    Syncer *m_syncer;
    QLabel *m_hint = nullptr;
    QLabel *m_historyTitle = nullptr;
    QLabel *m_rowsTitle = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_sync = nullptr;
    QPushButton *m_syncAll = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_signIn = nullptr; // seen where the vendor wants it
    std::set<SourceName> m_browserSources;
    QPushButton *m_confirm = nullptr; // seen where a result is held
    RowsModel<SourceHealth> *m_sources = nullptr;
    RowsModel<Batch> *m_batches = nullptr;
    RowsModel<RejectedRow> *m_rows = nullptr;
    PageTable *m_sourceTable = nullptr;
    PageTable *m_batchTable = nullptr;
    QString m_wanted; // source that another page asked for
};

} // namespace br
