#include "app/gui/screenshots.h"

#include "ui/mainwindow/mainwindow.h"

#include <QDir>
#include <QPixmap>
#include <QTextStream>

namespace br {

namespace {
constexpr int lookEvery = 60;        // ms
constexpr int quietLooks = 4;        // so long nothing must run
constexpr qint64 patience = 120'000; // ms for the first picture: the sample is made meanwhile
} // namespace

Screenshots::Screenshots(MainWindow &window, const QString &folder, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(folder)
{
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::look);
}

void Screenshots::begin(bool withWorkspace)
{
    m_needsWorkspace = withWorkspace;
    QDir().mkpath(m_folder);
    const QStringList pages = withWorkspace ? m_window.pageNames() : QStringList{QString()};
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark}) {
        for (const QSize &size : {QSize(1280, 800), QSize(1920, 1080)}) {
            for (const QString &page : pages)
                m_shots.push_back({page, theme, size});
        }
    }
    m_waiting.start();
    m_timer.start();
}

void Screenshots::look()
{
    const bool settled = m_window.isSettled() && (!m_needsWorkspace || m_window.isWorking());
    m_quiet = settled ? m_quiet + 1 : 0;
    if (m_quiet >= quietLooks) {
        if (m_next > 0)
            take();
        if (m_next < m_shots.size()) {
            prepare();
            return;
        }
    } else if (m_waiting.elapsed() > patience) {
        QTextStream(stderr) << tr("The window did not come to rest; no further picture is taken.") << Qt::endl;
        m_ok = false;
    } else {
        return;
    }
    m_timer.stop();
    emit finished(m_ok);
}

void Screenshots::prepare()
{
    const Shot &shot = m_shots[m_next++];
    emit themeWanted(shot.theme);
    m_window.showNormal();
    m_window.resize(shot.size);
    if (!shot.page.isEmpty())
        m_window.showPage(shot.page);
    m_quiet = 0;
    m_waiting.restart();
}

void Screenshots::take()
{
    const Shot &shot = m_shots[m_next - 1];
    const QString name = QStringLiteral("%1-%2x%3-%4.png")
                             .arg(shot.page.isEmpty() ? QStringLiteral("start") : shot.page)
                             .arg(shot.size.width())
                             .arg(shot.size.height())
                             .arg(themeChoiceText(shot.theme));
    const QString path = QDir(m_folder).filePath(name);
    const bool saved = m_window.grab().save(path);
    m_ok = m_ok && saved;
    QTextStream(saved ? stdout : stderr) << (saved ? path : tr("%1 could not be written").arg(path)) << Qt::endl;
}

} // namespace br
