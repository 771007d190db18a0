#include "ui/dialogs/commandpalette.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace br {

namespace {

constexpr int placeRole = Qt::UserRole; // in the actions

QString plainText(const QAction *action) { return action->text().remove(QLatin1Char('&')); }

bool fits(const QString &text, const QStringList &words)
{
    return std::ranges::all_of(words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
    , m_typed(new QLineEdit(this))
    , m_offers(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Do something"));
    resize(520, 420);
    for (QAction *action : actions) {
        if (!action->objectName().isEmpty() && action->isEnabled() && !action->menu() && !action->isSeparator())
            m_actions.append(action);
    }
    m_typed->setObjectName(QStringLiteral("paletteText"));
    m_typed->setAccessibleName(tr("What do you want to do?"));
    m_typed->setPlaceholderText(tr("What do you want to do?"));
    m_typed->installEventFilter(this);
    m_offers->setObjectName(QStringLiteral("paletteOffers"));
    m_offers->setAccessibleName(tr("Actions"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_typed);
    layout->addWidget(m_offers, 1);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::offer);
    connect(m_typed, &QLineEdit::returnPressed, this, [this] {
        if (chosen())
            accept();
    });
    connect(m_offers, &QListWidget::itemActivated, this, &QDialog::accept);
    offer();
}

void CommandPalette::offer()
{
    m_offers->clear();
    const QStringList words = m_typed->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < m_actions.size(); ++i) {
        const QAction *action = m_actions.at(i);
        const QString text = plainText(action);
        if (!fits(text, words))
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(action->icon(), keys.isEmpty() ? text : text + QStringLiteral("   ") + keys, m_offers);
        item->setData(placeRole, i);
        item->setSizeHint({0, space::rowHeight});
    }
    m_offers->setCurrentRow(0);
}

QAction *CommandPalette::chosen() const
{
    const QListWidgetItem *item = m_offers->currentItem();
    return item ? m_actions.at(item->data(placeRole).toInt()) : nullptr;
}

// Arrows move in the list while the typing goes on.
bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_typed && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Down || key == Qt::Key_Up) && m_offers->count() > 0) {
            m_offers->setCurrentRow(std::clamp(m_offers->currentRow() + (key == Qt::Key_Down ? 1 : -1), 0, m_offers->count() - 1));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace br
