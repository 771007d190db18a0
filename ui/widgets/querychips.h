// QueryChips: the terms of a query as chips under the search line: a click selects the term in the text, its cross takes it away.
//
// Shows what it is given and keeps nothing: the text stays the truth. Hidden while there is no term. Thread rule: interface thread.
#pragma once

#include "core/query/query.h"

#include <QWidget>

#include <string>

class QHBoxLayout;

namespace br {

class QueryChips final : public QWidget {
    Q_OBJECT

public:
    explicit QueryChips(QWidget *parent = nullptr);
    void showQuery(const Query &query);

signals:
    void editWanted(int term);
    void removeWanted(int term);

private:
    QWidget *makeChip(const QString &text, int term);
    QHBoxLayout *m_row;
    QWidget *m_inside = nullptr;
    std::string m_text;
};

} // namespace br
