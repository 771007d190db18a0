// LinkUndo: takes back what was linked, ignored or unlinked in this sitting, act by act, and does it again. Each is an act of its
// own in the log; what somebody has changed since stays. Thread rule: interface thread.
#pragma once

#include "core/workspace/linking.h"
#include "ui/pages/page.h"

#include <deque>

class QAction;

namespace br {

class LinkUndo final : public QObject {
    Q_OBJECT

public:
    // The keys work in `tab` and what is in it.
    LinkUndo(const PageContext &context, QWidget *tab);
    void made(std::vector<LinkChange> changes); // an act that is stored already
    void forget();                              // of another workspace
    void setWritable(bool isWritable);
    QAction *undoAction() const { return m_undo; }

signals:
    void told(const QString &sentence);
    void failed(const br::Error &error);

private:
    using Acts = std::deque<std::vector<LinkChange>>;
    void takeBack(Acts &from, Acts &into, const QString &sentence);
    void refresh();

    PageContext m_context;
    QAction *m_undo;
    QAction *m_redo;
    Acts m_done;
    Acts m_undone;
    bool m_isWritable = false;
    bool m_isBusy = false; // an answer is awaited: the same act is not taken back twice
    quint64 m_sitting = 0; // answers of another workspace are dropped
};

} // namespace br
