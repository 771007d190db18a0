#include "ui/mainwindow/fileopener.h"

#include "core/base/text.h"
#include "ui/dialogs/newworkspacedialog.h"

#include <QDir>
#include <QFileInfo>
#include <QWidget>

namespace br {

FileOpener::FileOpener(Session &session, Prompts &prompts, Sample sample, QWidget *window)
    : QObject(window)
    , m_session(session)
    , m_prompts(prompts)
    , m_sample(std::move(sample))
    , m_window(window)
{
    connect(&session, &Session::opened, this, [this](const Session::Opened &what) { m_recent.add(what.path); });
    connect(&session, &Session::openFailed, this, &FileOpener::refused);
}

void FileOpener::createNew()
{
    NewWorkspaceDialog dialog(m_prompts, m_window);
    if (m_prompts.run(dialog) != QDialog::Accepted)
        return;
    const auto currency = Currency::parse(toUtf8(dialog.currency()));
    if (!currency) {
        m_prompts.tell(m_window, tr("No such currency"), toQString(currency.error().message), {});
        return;
    }
    QDir().mkpath(QFileInfo(dialog.file()).absolutePath());
    m_wasCreated = true;
    m_session.create(dialog.file(), NewWorkspace{toUtf8(dialog.name()), *currency});
}

void FileOpener::chooseAndOpen()
{
    const QString file = m_prompts.openFile(m_window, tr("Open workspace"), tr("Workspaces (*.brw);;All files (*)"));
    if (!file.isEmpty())
        open(file);
}

void FileOpener::open(const QString &file)
{
    m_wasCreated = false;
    m_session.open(QFileInfo(file).absoluteFilePath(), OpenMode::ReadWrite);
}

void FileOpener::openSample()
{
    if (QFileInfo::exists(m_sample.file)) {
        open(m_sample.file);
        return;
    }
    if (!m_sample.make) {
        m_prompts.tell(m_window, tr("No sample"), tr("This build has no sample workspace."), {});
        return;
    }
    QDir().mkpath(QFileInfo(m_sample.file).absolutePath());
    // Made under another name first, so that a half-made sample is never taken for the sample.
    const QString making = m_sample.file + QStringLiteral(".making");
    QFile::remove(making);
    emit told(tr("Making the sample workspace…"));
    m_session.runLong(
        this, tr("Making the sample workspace"),
        [make = m_sample.make, path = toUtf8(making)](
            const Environment &environment, Progress &progress) { return make(path, environment, progress); },
        [this, making](const Status &made) {
            if (!made) {
                QFile::remove(making);
                m_prompts.tell(
                    m_window, tr("The sample could not be made"), toQString(made.error().message), toQString(made.error().detail));
                return;
            }
            QFile::rename(making, m_sample.file);
            open(m_sample.file);
        });
}

void FileOpener::refused(const QString &file, const Error &error)
{
    const QString why = toQString(error.message);
    const bool mayRead = error.code == Errc::Locked || error.code == Errc::ReadOnly;
    if (!mayRead) {
        m_recent.forget(file);
        m_prompts.tell(m_window, tr("This workspace was not opened"), why, toQString(error.detail));
        return;
    }
    if (m_prompts.confirm(m_window, tr("Open read-only?"),
            why + QStringLiteral("\n\n") + tr("It can be opened read-only: everything can be looked at, nothing can be changed."),
            tr("Open read-only")))
        m_session.open(file, OpenMode::ReadOnly);
}

} // namespace br
