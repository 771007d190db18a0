// SyncBoard: what runs now, one line a source: where it is, how many rows, how long it must wait, and how it ended.
//
// Lines stay after the end until they are dismissed or their source runs again, so that a failure is not missed. Hidden while
// empty. Knows names and sentences only. Thread rule: interface thread.
#pragma once

#include <QWidget>

#include <map>

class QGridLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace br {

class SyncBoard final : public QWidget {
    Q_OBJECT

public:
    enum class Outcome { Done, Held, Failed, Cancelled };

    explicit SyncBoard(QWidget *parent);
    void begin(const QString &source);
    // `waitSeconds` > 0: the vendor asked to slow down; the line counts down as it is told again.
    void step(const QString &source, const QString &what, qint64 rows, int waitSeconds);
    void end(const QString &source, Outcome outcome, const QString &sentence);
    void clear();
    bool isEmpty() const { return m_lines.empty(); }
    QString sentence(const QString &source) const; // what its line says; empty: no line

signals:
    void cancelWanted(const QString &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line {
        QLabel *icon = nullptr;
        QLabel *name = nullptr;
        QLabel *text = nullptr;
        QProgressBar *bar = nullptr;
        QToolButton *button = nullptr; // cancel while it runs, dismiss afterwards
        bool isRunning = true;
        Outcome outcome = Outcome::Done;
    };
    Line &lineOf(const QString &source);
    void paintIcon(Line &line);
    void press(const QString &source);
    void remove(const QString &source);

    QGridLayout *m_grid;
    std::map<QString, Line> m_lines;
    int m_nextRow = 0;
};

} // namespace br
