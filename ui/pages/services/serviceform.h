// ServiceForm: one service as a form in plain words; value in, value out, and what is wrong with it. Thread rule: interface thread.
#pragma once

#include "ui/pages/services/ruleoptions.h"

#include <QScrollArea>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace br {

class BilledRows;
class CountedRows;
class DecimalField;

class ServiceForm final : public QScrollArea {
    Q_OBJECT

public:
    explicit ServiceForm(QWidget *parent);
    void setOptions(const RuleOptions &options);
    void show(const Service &service, bool isNew);
    Service service() const;
    QStringList problems() const; // of what is typed; rules about the whole are checked where it is saved
    void focusName();

signals:
    void edited();

private:
    void makeFields();
    void addBasics(QFormLayout *form);
    void addAdvanced(QFormLayout *form);
    void connectFields();
    QWidget *m_inside;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_id = nullptr;
    QLineEdit *m_group = nullptr;
    DecimalField *m_price = nullptr;
    QLineEdit *m_currency = nullptr;
    BilledRows *m_billed = nullptr;
    CountedRows *m_counted = nullptr;
    QComboBox *m_combine = nullptr;
    QComboBox *m_distinct = nullptr;
    DecimalField *m_included = nullptr;
    DecimalField *m_minimum = nullptr;
    DecimalField *m_pack = nullptr;
    QSpinBox *m_grace = nullptr;
    QSpinBox *m_stale = nullptr;
    DecimalField *m_tolerance = nullptr;
    DecimalField *m_percent = nullptr;
    DecimalField *m_money = nullptr;
    DecimalField *m_cost = nullptr;
    bool m_isNew = true;
    bool m_isShowing = false;
};

} // namespace br
