// BilledRows: the products that bill a service, each with how many units one of it covers. Thread rule: interface thread.
#pragma once

#include "ui/pages/services/ruleoptions.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace br {

class DecimalField;

class BilledRows final : public QWidget {
    Q_OBJECT

public:
    explicit BilledRows(QWidget *parent);
    void setOptions(const RuleOptions &options) { m_options = options; }
    void show(const std::vector<BilledBy> &billed);
    std::vector<BilledBy> billed() const;
    QStringList problems() const;
    void add(const BilledBy &billed);

signals:
    void edited();

private:
    struct Line {
        QWidget *row = nullptr;
        QComboBox *product = nullptr;
        DecimalField *each = nullptr;
    };
    RuleOptions m_options;
    QVBoxLayout *m_rows;
    std::vector<Line> m_lines;
};

} // namespace br
