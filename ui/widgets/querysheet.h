// QuerySheet: the "?" sheet of the search language: fields, signs and examples; a click on an example takes it.
#pragma once

#include <QFrame>

namespace br {

class QuerySheet final : public QFrame {
    Q_OBJECT

public:
    explicit QuerySheet(QWidget *parent = nullptr);
    void showBelow(QWidget *anchor);

signals:
    void exampleChosen(const QString &text);
};

} // namespace br
