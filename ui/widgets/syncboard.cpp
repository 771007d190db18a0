#include "ui/widgets/syncboard.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace br {

SyncBoard::SyncBoard(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("syncBoard"));
    setAccessibleName(tr("Syncs that run or just ended"));
    m_grid->setContentsMargins(0, space::tight, 0, space::tight);
    m_grid->setHorizontalSpacing(space::small);
    m_grid->setVerticalSpacing(space::tight);
    m_grid->setColumnStretch(2, 1);
    hide();
}

SyncBoard::Line &SyncBoard::lineOf(const QString &source)
{
    const auto known = m_lines.find(source);
    if (known != m_lines.end())
        return known->second;
    Line &line = m_lines[source];
    line.icon = new QLabel(this);
    line.name = new QLabel(source, this);
    line.name->setFont(typeFont(Type::Strong));
    line.text = new QLabel(this);
    line.text->setObjectName(QStringLiteral("syncText_") + source);
    line.text->setWordWrap(true);
    line.text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    line.bar = new QProgressBar(this);
    line.bar->setRange(0, 0);
    line.bar->setTextVisible(false);
    line.bar->setFixedSize(96, 10);
    line.bar->setAccessibleName(tr("%1 runs").arg(source));
    line.button = new QToolButton(this);
    line.button->setObjectName(QStringLiteral("syncButton_") + source);
    line.button->setAutoRaise(true);
    connect(line.button, &QToolButton::clicked, this, [this, source] { press(source); });
    const int row = m_nextRow++;
    m_grid->addWidget(line.icon, row, 0);
    m_grid->addWidget(line.name, row, 1);
    m_grid->addWidget(line.text, row, 2);
    m_grid->addWidget(line.bar, row, 3);
    m_grid->addWidget(line.button, row, 4);
    show();
    return line;
}

void SyncBoard::begin(const QString &source)
{
    Line &line = lineOf(source);
    line.isRunning = true;
    line.text->setText(tr("Signing in"));
    line.bar->show();
    line.button->setText(tr("Cancel"));
    line.button->setIcon({});
    line.button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    line.button->setAccessibleName(tr("Cancel the sync of %1").arg(source));
    paintIcon(line);
}

void SyncBoard::step(const QString &source, const QString &what, qint64 rows, int waitSeconds)
{
    Line &line = lineOf(source);
    QString text = what;
    if (rows > 0)
        text += QStringLiteral(" · ") + tr("%1 rows").arg(QLocale().toString(rows));
    if (waitSeconds > 0)
        text += QStringLiteral(" · ") + tr("the vendor asked to slow down, going on in %1 s").arg(waitSeconds);
    line.text->setText(text);
}

void SyncBoard::end(const QString &source, Outcome outcome, const QString &sentence)
{
    Line &line = lineOf(source);
    line.isRunning = false;
    line.outcome = outcome;
    line.text->setText(sentence);
    line.bar->hide();
    line.button->setText({});
    line.button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    line.button->setAccessibleName(tr("Dismiss the line of %1").arg(source));
    line.button->setToolTip(tr("Dismiss"));
    paintIcon(line);
}

void SyncBoard::paintIcon(Line &line)
{
    const QSize size(16, 16);
    if (line.isRunning) {
        line.icon->setPixmap(themeIcon(QStringLiteral("clock"), Tone::Info).pixmap(size, devicePixelRatioF()));
        return;
    }
    line.button->setIcon(themeIcon(QStringLiteral("clear")));
    switch (line.outcome) {
    case Outcome::Done:
        line.icon->setPixmap(themeIcon(QStringLiteral("good"), Tone::Good).pixmap(size, devicePixelRatioF()));
        break;
    case Outcome::Held:
        line.icon->setPixmap(themeIcon(QStringLiteral("warning"), Tone::Warn).pixmap(size, devicePixelRatioF()));
        break;
    case Outcome::Failed:
        line.icon->setPixmap(themeIcon(QStringLiteral("bad"), Tone::Bad).pixmap(size, devicePixelRatioF()));
        break;
    case Outcome::Cancelled:
        line.icon->setPixmap(themeIcon(QStringLiteral("remove"), Tone::Muted).pixmap(size, devicePixelRatioF()));
        break;
    }
}

void SyncBoard::press(const QString &source)
{
    const auto known = m_lines.find(source);
    if (known == m_lines.end())
        return;
    if (known->second.isRunning)
        emit cancelWanted(source);
    else
        remove(source);
}

void SyncBoard::remove(const QString &source)
{
    const auto known = m_lines.find(source);
    if (known == m_lines.end())
        return;
    const Line &line = known->second;
    for (QWidget *part : std::initializer_list<QWidget *>{line.icon, line.name, line.text, line.bar, line.button})
        part->deleteLater();
    m_lines.erase(known);
    setVisible(!m_lines.empty());
}

void SyncBoard::clear()
{
    while (!m_lines.empty())
        remove(m_lines.begin()->first);
}

QString SyncBoard::sentence(const QString &source) const
{
    const auto known = m_lines.find(source);
    return known == m_lines.end() ? QString() : known->second.text->text();
}

void SyncBoard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        for (auto &[source, line] : m_lines)
            paintIcon(line);
    }
    QWidget::changeEvent(event);
}

} // namespace br
