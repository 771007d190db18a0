#include "ui/pages/services/effectview.h"

#include "core/base/text.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QLabel>

namespace br {

EffectView::EffectView(QWidget *parent)
    : QWidget(parent)
    , m_text(sentence(QStringLiteral("effectText"), this))
    , m_model(new RowsModel<RuleEffect::Sample>(
          {{{QStringLiteral("client"), tr("Client"), CellKind::Text, 18, true, {}, true},
               [](const RuleEffect::Sample &s) { return textCell(s.clientName.empty() ? s.client.text : s.clientName); }},
              {{QStringLiteral("billed"), tr("Billed now"), CellKind::Number, 10},
                  [](const RuleEffect::Sample &s) { return numberCell(std::optional(s.billedBefore)); }},
              {{QStringLiteral("billedAfter"), tr("then"), CellKind::Number, 7},
                  [](const RuleEffect::Sample &s) { return numberCell(std::optional(s.billedAfter)); }},
              {{QStringLiteral("counted"), tr("Counted now"), CellKind::Number, 11},
                  [](const RuleEffect::Sample &s) { return numberCell(s.countedBefore); }},
              {{QStringLiteral("countedAfter"), tr("then"), CellKind::Number, 7},
                  [](const RuleEffect::Sample &s) { return numberCell(s.countedAfter); }}},
          [](const RuleEffect::Sample &s) { return toQString(s.client.text); }, this))
    , m_table(new PageTable(m_model, QStringLiteral("effect"), tr("Clients that change"), this))
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(space::small, space::tight, 0, 0);
    all->addWidget(heading(tr("What saving changes this month"), this));
    all->addWidget(m_text);
    all->addWidget(m_table, 1);
    all->addStretch(0);
    m_table->hide();
}

void EffectView::show(const RuleEffect &effect, const QStringList &doubts)
{
    QString text = tr("%n client(s) change.", nullptr, effect.clientsChanged) + QLatin1Char(' ')
        + tr("Positions: %1 now, %2 then. Discrepancies of this service: %3 now, %4 then. Money found: %5 now, %6 then.")
              .arg(countText(effect.positionsBefore), countText(effect.positionsAfter), countText(effect.rowsBefore),
                  countText(effect.rowsAfter), amountText(effect.impactBefore, true), amountText(effect.impactAfter, true));
    m_text->setText(doubts.isEmpty() ? text : doubts.join(QLatin1Char('\n')) + QLatin1Char('\n') + text);
    m_text->setTone(doubts.isEmpty() ? Tone::Text : Tone::Warn);
    m_model->setRows(effect.samples);
    m_table->setVisible(!effect.samples.empty());
}

void EffectView::say(const QString &text, bool isBad)
{
    m_text->setText(text);
    m_text->setTone(isBad ? Tone::Bad : Tone::Muted);
    m_model->setRows({});
    m_table->setVisible(false);
}

} // namespace br
