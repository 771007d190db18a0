// EmptyState: what stands where a list would be: an icon, why there is nothing, and the next thing to do as a button.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace br {

class EmptyState final : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    // `button` empty: none. The button emits acted().
    void show(const QString &iconName, const QString &title, const QString &why, const QString &button = {});
    using QWidget::show;
    QString title() const;
    QPushButton *button() const { return m_button; }

signals:
    void acted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintIcon();
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_why;
    QPushButton *m_button;
};

} // namespace br
