#include "ui/mainwindow/navigation.h"

#include "ui/theme/theme.h"

#include <QEvent>

#include <algorithm>

namespace br {

namespace {
enum Role { NameRole = Qt::UserRole, TitleRole, IconRole };
}

Navigation::Navigation(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(QStringLiteral("navigation"));
    setAccessibleName(tr("Pages"));
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setIconSize({18, 18});
    setSpacing(1);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            emit chosenChanged(item->data(NameRole).toString());
    });
}

void Navigation::add(const QString &name, const QString &title, const QString &icon)
{
    auto *item = new QListWidgetItem(title, this);
    item->setData(NameRole, name);
    item->setData(TitleRole, title);
    item->setData(IconRole, icon);
    item->setSizeHint({0, 34});
    item->setToolTip(tr("%1 (Ctrl+%2)").arg(title).arg(count()));
    refreshIcons();
}

QString Navigation::chosen() const { return currentItem() ? currentItem()->data(NameRole).toString() : QString(); }

QString Navigation::titleAt(int row) const { return item(row)->data(TitleRole).toString(); }

void Navigation::choose(const QString &name)
{
    for (int i = 0; i < count(); ++i) {
        if (item(i)->data(NameRole).toString() == name)
            setCurrentRow(i);
    }
}

// As wide as the widest word needs, in any language; no more, so that the pages have the room.
QSize Navigation::sizeHint() const
{
    int words = 0;
    for (int i = 0; i < count(); ++i)
        words = std::max(words, fontMetrics().horizontalAdvance(item(i)->text()));
    return {std::max(116, words + iconSize().width() + 3 * space::small), 300};
}

void Navigation::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcons();
}

void Navigation::refreshIcons()
{
    for (int i = 0; i < count(); ++i)
        item(i)->setIcon(themeIcon(item(i)->data(IconRole).toString()));
}

} // namespace br
