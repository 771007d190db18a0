// ImportReportDialog: what an import kept, what it rejected row by row and why, and, when it was refused, how to go on.
#pragma once

#include "core/workspace/staging.h"

#include <QDialog>

namespace br {

class ImportReportDialog final : public QDialog {
    Q_OBJECT

public:
    ImportReportDialog(const ImportReport &report, QWidget *parent);
    bool wantsAnother() const { return m_wantsAnother; } // refused, and the person wants to choose file, month or source anew
    bool wantsForce() const { return m_wantsForce; }     // refused, and the person says: import anyway

private:
    bool m_wantsForce = false;
    bool m_wantsAnother = false;
};

} // namespace br
