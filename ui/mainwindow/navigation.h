// Navigation: the pages as a list of icon and word at the left; arrows or Ctrl+1..8 choose. Thread rule: interface thread.
#pragma once

#include <QListWidget>

namespace br {

class Navigation final : public QListWidget {
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent);
    void add(const QString &name, const QString &title, const QString &icon);
    QString chosen() const;
    QString titleAt(int row) const;
    void choose(const QString &name);
    QSize sizeHint() const override;

signals:
    void chosenChanged(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcons();
};

} // namespace br
