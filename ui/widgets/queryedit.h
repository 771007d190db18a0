// QueryEdit: a line edit that underlines the parts of its text that could not be read.
#pragma once

#include <QLineEdit>

#include <vector>

namespace br {

struct TextSpan {
    int start = 0; // in UTF-16 units
    int length = 0;
};

class QueryEdit final : public QLineEdit {
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);
    void setProblems(std::vector<TextSpan> spans);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::vector<TextSpan> m_problems;
};

} // namespace br
