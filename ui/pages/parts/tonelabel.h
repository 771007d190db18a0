// ToneLabel: a label in one of our tones that follows when the theme changes. Thread rule: interface thread.
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace br {

class ToneLabel final : public QLabel {
    Q_OBJECT

public:
    ToneLabel(const QString &text, Tone which, QWidget *parent);
    void setTone(Tone which);

protected:
    void changeEvent(QEvent *event) override;

private:
    Tone m_tone;
};

} // namespace br
