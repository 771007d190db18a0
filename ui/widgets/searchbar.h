// SearchBar: the query language in one line: completion of fields and values, problems underlined where they are, a "?" sheet.
//
// The text is the truth. While "client:" waits for its value at the cursor it filters nothing and is no mistake. queryChanged() comes a
// moment after typing stops, with the parsed query; while the text has problems the last good query stays in force and problemShown() tells
// why. Thread rule: interface thread.
#pragma once

#include "core/query/query.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QCompleter;
class QLabel;
class QStringListModel;
class QToolButton;

namespace br {

class QueryEdit;

class SearchBar final : public QWidget {
    Q_OBJECT

public:
    // Values to offer for a field behind what is typed, most useful first.
    using Values = std::function<QStringList(const QString &field, const QString &typed)>;

    explicit SearchBar(QWidget *parent = nullptr);
    void setValues(Values values) { m_values = std::move(values); }
    QString text() const;
    void setText(const QString &text); // takes effect at once
    const Query &query() const { return m_query; }
    QString problem() const;   // empty: none
    void selectTerm(int term); // in the text, to be written over
    void showHelp();
    QWidget *edit() const;

signals:
    void queryChanged();
    void leaveRequested(); // Enter, Escape on an empty line, Down: back to the list

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeText();
    void leaveIfRead();
    void takeTyped(); // as takeText, but a term at the cursor may still lack its value
    void take(const std::string &text);
    std::string withoutHalfTyped() const;
    void offer();
    void insertCompletion(const QString &completion);
    struct Token {
        int start = 0;
        QString field;
        QString typed;
    };
    Token tokenAtCursor() const;

    QueryEdit *m_edit;
    QLabel *m_problem;
    QToolButton *m_help;
    QCompleter *m_completer;
    QStringListModel *m_offers;
    QTimer m_soon;
    Values m_values;
    Query m_query;
};

} // namespace br
