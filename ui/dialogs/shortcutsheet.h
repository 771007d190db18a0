// ShortcutSheet: all keys on one page: those of the menus, read from the window's actions, and those of the discrepancy list.
#pragma once

#include <QDialog>

namespace br {

class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace br
