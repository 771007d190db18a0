// Trial: tests a connection with what a person has just typed, before there is a source, or before one is changed.
//
// On a thread of its own; nothing is stored. The keychain is asked only for a source that is there, for secrets left as they are. Going
// cancels and waits. Thread rule: interface thread.
#pragma once

#include "core/session/session.h"
#include "core/workspace/vendorchoice.h"

#include <QObject>

#include <map>
#include <memory>
#include <string>

class QThread;

namespace br {

class Trial final : public QObject {
    Q_OBJECT

public:
    explicit Trial(Session &session, QObject *parent = nullptr);
    ~Trial() override;

    // Ignored while one runs.
    void start(const Source &draft, const std::map<std::string, Secret> &secrets, bool usesKept = false);
    void cancel();

signals:
    void done(const br::Result<br::ConnectionReport> &result);

private:
    struct Work;
    void run(const std::shared_ptr<Work> &work);

    Session &m_session;
    std::shared_ptr<Work> m_work;
    std::unique_ptr<QThread> m_thread;
};

} // namespace br
