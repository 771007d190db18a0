// ReadOnlyBanner: says for as long as it is so that nothing can be changed, in words and not by colour alone.
#pragma once

#include <QLabel>

namespace br {

class ReadOnlyBanner final : public QLabel {
    Q_OBJECT

public:
    explicit ReadOnlyBanner(QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintTones();
};

} // namespace br
