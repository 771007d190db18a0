// EffectView: what saving a service would change this month: clients, rows, money, and the clients that move most.
#pragma once

#include "core/workspace/rulemaking.h"
#include "ui/models/rowsmodel.h"

#include <QWidget>

class QLabel;

namespace br {

class PageTable;

class EffectView final : public QWidget {
    Q_OBJECT

public:
    explicit EffectView(QWidget *parent);
    void show(const RuleEffect &effect);
    void say(const QString &text, bool isBad); // instead of an effect

private:
    QLabel *m_text;
    RowsModel<RuleEffect::Sample> *m_model;
    PageTable *m_table;
};

} // namespace br
