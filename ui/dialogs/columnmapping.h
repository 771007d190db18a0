// ColumnMapping: for each thing we need, which column of the file has it; required ones are marked. Thread rule: interface thread.
#pragma once

#include "core/connect/connector.h"

#include <QGroupBox>
#include <QStringList>

#include <map>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace br {

class ColumnMapping final : public QGroupBox {
    Q_OBJECT

public:
    explicit ColumnMapping(QWidget *parent);
    // `taken`: names of layouts that there are; the one that is proposed is none of them.
    void show(const std::vector<MappableField> &fields, const FilePreview &preview, const QStringList &taken);
    std::map<std::string, int> mapping() const;
    QString name() const;
    bool isComplete() const; // every needed field has its column, and the layout a name

signals:
    void saveWanted();
    void changed();

private:
    void check();
    QFormLayout *m_form;
    QLineEdit *m_name;
    QPushButton *m_save;
    std::vector<std::pair<MappableField, QComboBox *>> m_fields;
};

} // namespace br
