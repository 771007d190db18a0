// NewSourceDialog: name and side of a source of files.
#pragma once

#include "core/domain/batch.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace br {

class NewSourceDialog final : public QDialog {
    Q_OBJECT

public:
    explicit NewSourceDialog(QWidget *parent);
    Source source() const;

private:
    QLineEdit *m_name;
    QComboBox *m_side;
};

} // namespace br
