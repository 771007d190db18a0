#include "ui/dialogs/shortcutsheet.h"

#include "ui/dialogs/shortcuts.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace br {

namespace {

constexpr int actionRole = Qt::UserRole; // in m_actions

QString nameOf(const QAction *action) { return action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…")); }

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList names;
    for (const QKeySequence &key : keys)
        names << key.toString(QKeySequence::NativeText);
    return names.join(QStringLiteral(", "));
}

QPushButton *smallButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAutoDefault(false);
    return made;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &everywhere, const QList<QAction *> &inTheList, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_set(smallButton(QStringLiteral("setShortcut"), tr("&Use this key"), this))
    , m_clear(smallButton(QStringLiteral("clearShortcut"), tr("&No key"), this))
    , m_reset(smallButton(QStringLiteral("resetShortcut"), tr("&Reset"), this))
    , m_resetAll(smallButton(QStringLiteral("resetAllShortcuts"), tr("Reset &all"), this))
    , m_answer(new QLabel(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutSheet"));
    resize(620, 640);
    m_list->setObjectName(QStringLiteral("shortcutList"));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Action"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_keys->setObjectName(QStringLiteral("shortcutEdit"));
    m_keys->setAccessibleName(tr("New key of the action"));
    m_answer->setObjectName(QStringLiteral("shortcutAnswer"));
    m_answer->setWordWrap(true);
    addGroup(tr("Everywhere"), everywhere);
    addGroup(tr("In the list of discrepancies"), inTheList);
    addFixed();
    m_list->expandAll();
    m_list->header()->setStretchLastSection(true);
    m_list->setColumnWidth(0, 380);
    layOut();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutSheet::showChosen);
    connect(m_set, &QPushButton::clicked, this, &ShortcutSheet::take);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        setOwnShortcut(chosen(), {});
        showKeys(m_list->currentItem());
        showChosen();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        resetShortcuts({chosen()});
        showKeys(m_list->currentItem());
        showChosen();
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        resetShortcuts(m_actions);
        for (int group = 0; group < m_list->topLevelItemCount(); ++group) {
            for (int i = 0; i < m_list->topLevelItem(group)->childCount(); ++i)
                showKeys(m_list->topLevelItem(group)->child(i));
        }
        showChosen();
        say(tr("All keys are as the program has them."), false);
    });
    showChosen();
}

void ShortcutSheet::layOut()
{
    auto *edit = new QHBoxLayout;
    auto *label = new QLabel(tr("New &key"), this);
    label->setBuddy(m_keys);
    edit->addWidget(label);
    edit->addWidget(m_keys, 1);
    for (auto *button : {m_set, m_clear, m_reset, m_resetAll})
        edit->addWidget(button);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addLayout(edit);
    layout->addWidget(m_answer);
    layout->addWidget(buttons);
}

void ShortcutSheet::addGroup(const QString &title, const QList<QAction *> &actions)
{
    auto *group = new QTreeWidgetItem(m_list, QStringList{title});
    group->setFont(0, typeFont(Type::Strong));
    for (QAction *action : actions) {
        if (action->objectName().isEmpty() || action->isSeparator() || action->menu())
            continue;
        auto *item = new QTreeWidgetItem(group, QStringList{nameOf(action)});
        item->setData(0, actionRole, static_cast<int>(m_actions.size()));
        m_actions.append(action);
        showKeys(item);
    }
}

void ShortcutSheet::addFixed(const QString &title, const QList<std::pair<QString, QString>> &actions)
{
    auto *group = new QTreeWidgetItem(m_list, QStringList{title});
    group->setFont(0, typeFont(Type::Strong));
    for (const auto &[action, keys] : actions)
        new QTreeWidgetItem(group, QStringList{action, keys});
}

void ShortcutSheet::addFixed()
{
    const auto keyName = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    addFixed(tr("In Mapping, always so"),
        {{tr("Undo the last link"), keyName(QKeySequence::Undo)},
            {tr("Link it again"), keyName(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z))}});
    addFixed(tr("In every table, always so"),
        {{tr("Copy the chosen rows"), keyName(QKeySequence::Copy)},
            {tr("Copy them with headers"), keyName(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C))},
            {tr("Open the row"), keyName(Qt::Key_Return)}, {tr("Menu of the cell"), tr("Menu key, or right click")}});
    addFixed(tr("In the search line, always so"),
        {{tr("Clear the search; once more: back to the list"), keyName(Qt::Key_Escape)},
            {tr("Search, and go to the list"), keyName(Qt::Key_Return)}, {tr("To the list"), keyName(Qt::Key_Down)}});
}

QAction *ShortcutSheet::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const QVariant place = item ? item->data(0, actionRole) : QVariant();
    return place.isValid() ? m_actions.at(place.toInt()) : nullptr;
}

void ShortcutSheet::showKeys(QTreeWidgetItem *item)
{
    const QAction *action = m_actions.at(item->data(0, actionRole).toInt());
    item->setText(1, keysText(action->shortcuts()));
    item->setFont(1, typeFont(hasOwnShortcut(action) ? Type::Strong : Type::Body));
    item->setToolTip(1, hasOwnShortcut(action) ? tr("Your own key; the program's: %1").arg(keysText(defaultShortcuts(action))) : QString());
}

void ShortcutSheet::showChosen()
{
    const QAction *action = chosen();
    for (QWidget *part : std::initializer_list<QWidget *>{m_keys, m_set, m_clear})
        part->setEnabled(action);
    m_reset->setEnabled(action && hasOwnShortcut(action));
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    say(action ? QString() : tr("Choose an action to give it another key."), false);
}

void ShortcutSheet::take()
{
    QAction *action = chosen();
    const QKeySequence keys = m_keys->keySequence();
    if (!action || keys.isEmpty())
        return;
    const QString text = keys.toString(QKeySequence::NativeText);
    if (keys.matches(QKeySequence::Copy) == QKeySequence::ExactMatch || keys == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)) {
        say(tr("%1 copies in every table and cannot be given away.").arg(text), true);
        return;
    }
    if (const QAction *other = actionWith(keys, m_actions, action)) {
        say(tr("%1 is the key of “%2”. Give that one another key first.").arg(text, nameOf(other)), true);
        return;
    }
    setOwnShortcut(action, keys);
    showKeys(m_list->currentItem());
    m_reset->setEnabled(true);
    say(tr("“%1” is now %2.").arg(nameOf(action), text), false);
}

void ShortcutSheet::say(const QString &text, bool isBad)
{
    QPalette colours = m_answer->palette();
    colours.setColor(QPalette::WindowText, tone(isBad ? Tone::Bad : Tone::Muted));
    m_answer->setPalette(colours);
    m_answer->setText(text);
}

} // namespace br
