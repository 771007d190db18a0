// ProgressArea: one line a running long job, at the bottom of the window, each with Cancel; hidden when nothing runs.
//
// Never modal: the last good data stays usable. A job is shown once it has run for 200 ms. Thread rule: interface thread.
#pragma once

#include "core/session/session.h"

#include <QFrame>

#include <map>

class QLabel;
class QProgressBar;
class QToolButton;
class QVBoxLayout;

namespace br {

class ProgressArea final : public QFrame {
    Q_OBJECT

public:
    ProgressArea(Session &session, QWidget *parent);

private:
    struct Line {
        QWidget *row = nullptr;
        QLabel *what = nullptr;
        QProgressBar *bar = nullptr;
    };
    void add(int job, const QString &title);
    void show(int job, const QString &what, qint64 done, qint64 total);
    void remove(int job);

    Session &m_session;
    QVBoxLayout *m_rows;
    std::map<int, Line> m_lines;
};

} // namespace br
