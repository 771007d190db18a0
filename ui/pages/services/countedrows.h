// CountedRows: what is counted for a service: meter, measure, how many units each, and filters on assets.
//
// Thread rule: interface thread.
#pragma once

#include "ui/pages/services/ruleoptions.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace br {

class DecimalField;

class CountedRows final : public QWidget {
    Q_OBJECT

public:
    explicit CountedRows(QWidget *parent);
    void setOptions(const RuleOptions &options) { m_options = options; }
    void show(const std::vector<CountedBy> &counted);
    std::vector<CountedBy> counted() const;
    QStringList problems() const;
    void add(const CountedBy &counted);

signals:
    void edited();

private:
    struct Line {
        QWidget *row = nullptr;
        QComboBox *meter = nullptr;
        QComboBox *measure = nullptr;
        DecimalField *each = nullptr;
        QWidget *filters = nullptr;
        QLineEdit *classes = nullptr;
        QLineEdit *statuses = nullptr;
        QLineEdit *name = nullptr;
    };
    void fillMeters(QComboBox *meters, const CountedBy &counted) const;
    void chooseMeasure(const QStringList &meter, QComboBox *measure);
    QWidget *makeFilters(Line &line, const CountedBy &counted);
    RuleOptions m_options;
    QVBoxLayout *m_rows;
    std::vector<Line> m_lines;
};

} // namespace br
