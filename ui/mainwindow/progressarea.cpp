#include "ui/mainwindow/progressarea.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace br {

ProgressArea::ProgressArea(Session &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("progressArea"));
    setFrameShape(StyledPanel);
    m_rows->setContentsMargins(space::medium, space::tight, space::medium, space::tight);
    m_rows->setSpacing(space::tight);
    hide();
    connect(&session, &Session::jobStarted, this, &ProgressArea::add);
    connect(&session, &Session::jobProgressed, this, &ProgressArea::show);
    connect(&session, &Session::jobFinished, this, &ProgressArea::remove);
}

void ProgressArea::add(int job, const QString &title)
{
    Line line;
    line.row = new QWidget(this);
    line.what = new QLabel(title, line.row);
    line.what->setMinimumWidth(320);
    line.bar = new QProgressBar(line.row);
    line.bar->setRange(0, 0);
    line.bar->setTextVisible(false);
    line.bar->setMaximumHeight(12);
    line.bar->setAccessibleName(title);
    auto *cancel = new QPushButton(tr("Cancel"), line.row);
    cancel->setAccessibleName(tr("Cancel: %1").arg(title));
    cancel->setObjectName(QStringLiteral("cancelJob"));
    auto *layout = new QHBoxLayout(line.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line.what);
    layout->addWidget(line.bar, 1);
    layout->addWidget(cancel);
    m_rows->addWidget(line.row);
    m_lines.emplace(job, line);
    connect(cancel, &QPushButton::clicked, this, [this, job, cancel] {
        cancel->setEnabled(false);
        cancel->setText(tr("Cancelling…"));
        m_session.cancel(job);
    });
    QTimer::singleShot(200, this, [this] { setVisible(!m_lines.empty()); });
}

void ProgressArea::show(int job, const QString &what, qint64 done, qint64 total)
{
    const auto found = m_lines.find(job);
    if (found == m_lines.end())
        return;
    const Line &line = found->second;
    const QLocale locale;
    if (total > 0) {
        line.bar->setRange(0, 1000);
        line.bar->setValue(static_cast<int>(done * 1000 / total));
        line.what->setText(tr("%1: %2 of %3").arg(what, locale.toString(done), locale.toString(total)));
    } else {
        line.bar->setRange(0, 0);
        line.what->setText(done > 0 ? tr("%1: %2").arg(what, locale.toString(done)) : what);
    }
}

void ProgressArea::remove(int job)
{
    const auto found = m_lines.find(job);
    if (found == m_lines.end())
        return;
    found->second.row->deleteLater();
    m_lines.erase(found);
    if (m_lines.empty())
        hide();
}

} // namespace br
