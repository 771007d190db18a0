// Syncer: syncs from the Sources page: starts them, shows each on the board, asks for secrets, tells how each ended.
//
// Thread rule: interface thread.
#pragma once

#include "core/session/sync.h"
#include "ui/pages/page.h"

#include <QObject>

namespace br {

class SyncBoard;

class Syncer final : public QObject {
    Q_OBJECT

public:
    Syncer(const PageContext &context, SyncBoard *board, QWidget *window);
    void sync(const SourceName &source, Period period);
    void syncAll(Period period);
    void test(const SourceName &source) { m_sync.test(source); }
    void signIn(const SourceName &source) { m_sync.signIn(source); }
    void cancelAll() { m_sync.cancelAll(); }
    bool isRunning() const { return m_sync.isRunning(); }

signals:
    void failed(const br::Error &error);       // nothing could be started
    void synced(const br::SyncReport &report); // each source's end
    void runningChanged();

private:
    std::optional<Sync::Answer> ask(const Sync::Question &question);
    void show(const SourceName &source, const SyncReport &report);

    PageContext m_context;
    SyncBoard *m_board;
    QWidget *m_window;
    Sync m_sync;
};

} // namespace br
