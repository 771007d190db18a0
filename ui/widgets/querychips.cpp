#include "ui/widgets/querychips.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace br {

namespace {
constexpr int widest = 260;
}

QueryChips::QueryChips(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setObjectName(u"queryChips"_s);
    setAccessibleName(tr("Parts of the filter"));
    m_row->setContentsMargins(space::small, 0, space::small, space::small);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // many chips never make the window wider: the text has them all
    hide();
}

QWidget *QueryChips::makeChip(const QString &text, int term)
{
    auto *chip = new QWidget(m_inside);
    auto *row = new QHBoxLayout(chip);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *edit = new QToolButton(chip);
    edit->setObjectName(u"chip%1"_s.arg(term));
    edit->setText(edit->fontMetrics().elidedText(text, Qt::ElideMiddle, widest));
    edit->setToolTip(tr("%1\nSelects this part of the filter in the text").arg(text));
    edit->setAccessibleName(tr("Filter %1, edit").arg(text));
    auto *remove = new QToolButton(chip);
    remove->setObjectName(u"removeChip%1"_s.arg(term));
    remove->setIcon(themeIcon(u"clear"_s, Tone::Muted));
    remove->setToolTip(tr("Take %1 away").arg(text));
    remove->setAccessibleName(tr("Take filter %1 away").arg(text));
    for (auto *button : {edit, remove}) {
        button->setFocusPolicy(Qt::StrongFocus);
        button->setFixedHeight(24);
        row->addWidget(button);
    }
    connect(edit, &QToolButton::clicked, this, [this, term] { emit editWanted(term); });
    connect(remove, &QToolButton::clicked, this, [this, term] { emit removeWanted(term); });
    return chip;
}

void QueryChips::showQuery(const Query &query)
{
    const std::string text = query.text();
    if (m_inside && text == m_text)
        return; // the keyboard stays where it is
    m_text = text;
    if (m_inside) { // it may hold the chip whose cross was pressed
        m_inside->hide();
        m_inside->setParent(nullptr);
        m_inside->deleteLater();
    }
    m_inside = new QWidget(this);
    auto *row = new QHBoxLayout(m_inside);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::small);
    int term = 0;
    for (const QueryTerm &part : query.terms())
        row->addWidget(makeChip(toQString(part.text()), term++));
    row->addStretch(1);
    m_row->addWidget(m_inside);
    setVisible(term > 0);
}

} // namespace br
