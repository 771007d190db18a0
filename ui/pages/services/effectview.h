// EffectView: what saving a service would change this month: clients, rows, money, and the clients that move most.
#pragma once

#include "core/workspace/rulemaking.h"
#include "ui/models/rowsmodel.h"

#include <QWidget>

namespace br {

class PageTable;
class ToneLabel;

class EffectView final : public QWidget {
    Q_OBJECT

public:
    explicit EffectView(QWidget *parent);
    void show(const RuleEffect &effect, const QStringList &doubts); // doubts: what looks like a mistake, told first
    void say(const QString &text, bool isBad);                      // instead of an effect

private:
    ToneLabel *m_text;
    RowsModel<RuleEffect::Sample> *m_model;
    PageTable *m_table;
};

} // namespace br
