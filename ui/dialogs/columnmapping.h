// ColumnMapping: for each thing we need, which column of the file has it; required ones are marked. Where a layout nearly fits, only
// what it misses is asked, until a person wants to say every column. Thread rule: interface thread.
#pragma once

#include "core/connect/connector.h"

#include <QGroupBox>
#include <QStringList>

#include <map>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace br {

class ColumnMapping final : public QGroupBox {
    Q_OBJECT

public:
    explicit ColumnMapping(QWidget *parent);
    // `taken`: names of layouts that there are; the one that is proposed is none of them.
    void show(const std::vector<MappableField> &fields, const FilePreview &preview, const QStringList &taken);
    bool isAdapting() const { return m_isAdapting; } // asks what preview.nearest misses
    std::map<std::string, int> mapping() const;
    QString name() const;
    bool isComplete() const; // every needed field has its column, and the layout a name

signals:
    void saveWanted();
    void changed();

private:
    void check();
    void showFields();
    void addField(const MappableField &field, const QString &label, int chosen);
    QFormLayout *m_form;
    QLabel *m_what;
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_other; // to the other way of asking
    FilePreview m_preview;
    std::vector<MappableField> m_all;
    QStringList m_taken;
    QString m_proposedName;
    bool m_isAdapting = false;
    std::vector<std::pair<MappableField, QComboBox *>> m_fields;
};

} // namespace br
