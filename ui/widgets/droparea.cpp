#include "ui/widgets/droparea.h"

#include "ui/theme/theme.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace br {

DropArea::DropArea(const QString &text, const QStringList &endings, QWidget *parent)
    : QFrame(parent)
    , m_endings(endings)
    , m_button(new QPushButton(themeIcon(u"folder"_s), tr("Choose files…"), this))
{
    setObjectName(u"dropArea"_s);
    setAccessibleName(text);
    setAcceptDrops(true);
    m_button->setObjectName(u"chooseFiles"_s);
    m_button->setAccessibleName(tr("Choose files"));
    auto *icon = new QLabel(this);
    icon->setPixmap(themeIcon(u"drop"_s, Tone::Accent).pixmap(QSize(24, 24), devicePixelRatioF()));
    auto *label = new QLabel(text, this);
    label->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::medium);
    layout->addWidget(icon);
    layout->addWidget(label, 1);
    layout->addWidget(m_button);
    connect(m_button, &QPushButton::clicked, this, &DropArea::chooseRequested);
}

QStringList DropArea::wanted(const QMimeData *data) const
{
    QStringList paths;
    const auto urls = data->urls();
    for (const auto &url : urls) {
        const QFileInfo file(url.toLocalFile());
        if (url.isLocalFile() && file.isFile() && (m_endings.isEmpty() || m_endings.contains(file.suffix(), Qt::CaseInsensitive)))
            paths << file.absoluteFilePath();
    }
    return paths;
}

void DropArea::dragEnterEvent(QDragEnterEvent *event)
{
    if (wanted(event->mimeData()).isEmpty())
        return;
    event->acceptProposedAction();
    m_isOver = true;
    update();
}

void DropArea::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isOver = false;
    update();
}

void DropArea::dropEvent(QDropEvent *event)
{
    m_isOver = false;
    update();
    if (const auto paths = wanted(event->mimeData()); !paths.isEmpty()) {
        event->acceptProposedAction();
        emit filesDropped(paths);
    }
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(tone(m_isOver ? Tone::Accent : Tone::Muted), m_isOver ? 2 : 1, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(tone(m_isOver ? Tone::Selection : Tone::Fill));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), space::radius, space::radius);
}

} // namespace br
