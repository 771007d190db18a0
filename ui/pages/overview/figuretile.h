// FigureTile: one number with its name, as a button that leads to the rows behind it. Thread rule: interface thread.
#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace br {

class FigureTile final : public QAbstractButton {
    Q_OBJECT

public:
    FigureTile(const QString &name, const QString &caption, QWidget *parent);
    void setFigure(const QString &figure, const QString &under, Tone which);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_caption;
    QString m_figure;
    QString m_under;
    Tone m_tone = Tone::Text;
};

} // namespace br
