#include "ui/widgets/emptystate.h"

#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace br {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_why(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    m_title->setObjectName(u"emptyTitle"_s);
    m_why->setObjectName(u"emptyWhy"_s);
    m_button->setObjectName(u"emptyAction"_s);
    m_title->setFont(typeFont(Type::Title));
    m_why->setWordWrap(true);
    m_why->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_why->setMaximumWidth(460);
    m_why->setMinimumWidth(200);
    m_why->setForegroundRole(QPalette::PlaceholderText);
    m_button->setDefault(true);
    m_button->setStyleSheet(primaryButtonStyle());
    m_button->setMinimumHeight(30);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_why, 10);
    middle->addStretch();
    layout->addLayout(middle);
    layout->addSpacing(space::tight);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::show(const QString &iconName, const QString &title, const QString &why, const QString &button)
{
    m_iconName = iconName;
    paintIcon();
    m_title->setText(title);
    m_why->setText(why);
    m_button->setText(button);
    m_button->setAccessibleName(button);
    m_button->setVisible(!button.isEmpty());
    setAccessibleName(title + u". "_s + why);
    QWidget::show();
}

QString EmptyState::title() const { return m_title->text(); }

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QWidget::changeEvent(event);
}

void EmptyState::paintIcon()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(themeIcon(m_iconName, Tone::Accent).pixmap(QSize(40, 40), devicePixelRatioF()));
}

} // namespace br
