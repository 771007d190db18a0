// DropArea: a place to drop files on, with a button that opens the file dialog of whoever asked. Emits local paths only.
#pragma once

#include <QFrame>

class QLabel;
class QMimeData;
class QPushButton;

namespace br {

class DropArea final : public QFrame {
    Q_OBJECT

public:
    // `endings` without dot ("csv", "xlsx"); empty: all files.
    DropArea(const QString &text, const QStringList &endings, QWidget *parent = nullptr);
    QPushButton *button() const { return m_button; }

signals:
    void filesDropped(const QStringList &paths);
    void chooseRequested();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList wanted(const QMimeData *data) const;
    QStringList m_endings;
    QPushButton *m_button;
    bool m_isOver = false;
};

} // namespace br
