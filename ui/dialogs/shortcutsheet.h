// ShortcutSheet: all keys on one page: those of the menus and those of the discrepancy list, read from the actions themselves.
#pragma once

#include <QDialog>

namespace br {

class ShortcutSheet final : public QDialog {
    Q_OBJECT

public:
    ShortcutSheet(const QList<QAction *> &everywhere, const QList<QAction *> &inTheList, QWidget *parent);
};

} // namespace br
