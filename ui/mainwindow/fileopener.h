// FileOpener: new, open, sample, recent: asks for what is needed, tells the Session, and turns a refusal into a choice.
//
// A workspace that another program holds may be opened read-only. Thread rule: interface thread.
#pragma once

#include "core/session/session.h"
#include "ui/dialogs/prompts.h"
#include "ui/mainwindow/recentfiles.h"

#include <functional>

namespace br {

struct Sample {
    QString file; // where it is kept
    std::function<Status(const std::string &path, const Environment &, Progress &)> make;
};

class FileOpener final : public QObject {
    Q_OBJECT

public:
    FileOpener(Session &session, Prompts &prompts, Sample sample, QWidget *window);
    void createNew();
    void chooseAndOpen();
    void open(const QString &file);
    void openSample(); // makes it where it does not exist yet
    RecentFiles &recent() { return m_recent; }
    bool wasCreated() const { return m_wasCreated; } // the workspace that was opened last

signals:
    void told(const QString &sentence);

private:
    void refused(const QString &file, const Error &error);

    Session &m_session;
    Prompts &m_prompts;
    Sample m_sample;
    QWidget *m_window;
    RecentFiles m_recent;
    bool m_wasCreated = false;
};

} // namespace br
