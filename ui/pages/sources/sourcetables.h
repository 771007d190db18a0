// SourceTables: the columns of the Sources page's three tables: sources, imports and syncs of one, rejected rows of one.
//
// The models belong to `parent`. Thread rule: interface thread.
#pragma once

#include "core/domain/rows.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/parts/sourcehealth.h"

#include <QCoreApplication>

namespace br {

class SourceTables final {
    Q_DECLARE_TR_FUNCTIONS(br::SourceTables)

public:
    static RowsModel<SourceHealth> *sources(QObject *parent);
    static RowsModel<Batch> *batches(QObject *parent);
    static RowsModel<RejectedRow> *rejectedRows(QObject *parent);

private:
    static QString provenance(const Batch &batch); // what proves an import: streams, rows, pages, what the vendor stated
    static Cell howCell(const Batch &batch);
};

} // namespace br
