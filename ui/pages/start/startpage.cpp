#include "ui/pages/start/startpage.h"

#include "ui/pages/parts/pageparts.h"

#include <QBoxLayout>
#include <QCommandLinkButton>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>

namespace br {

namespace {

QCommandLinkButton *choice(const QString &name, const QString &title, const QString &text, const QString &icon, QWidget *parent)
{
    auto *made = new QCommandLinkButton(title, text, parent);
    made->setObjectName(name);
    made->setIcon(themeIcon(icon, Tone::Accent));
    made->setIconSize({24, 24});
    made->setAccessibleName(title);
    made->setAccessibleDescription(text);
    made->setAutoDefault(true); // Enter presses it, as Space does
    return made;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_recent(new QListWidget(this))
    , m_recentTitle(heading(tr("Recent workspaces"), this))
{
    setObjectName(QStringLiteral("startPage"));
    auto *title = new QLabel(tr("BillingReconcile"), this);
    title->setFont(typeFont(Type::Title));
    auto *what = muted(tr("Find what your clients use and are not billed for, and what they are billed for and do not use. "
                          "Everything stays in one file on this computer."),
        this);
    auto *sample = choice(QStringLiteral("openSample"), tr("Open the sample"),
        tr("A made-up provider with 20 clients and three months, ready to work through"), QStringLiteral("sample"), this);
    auto *fresh = choice(
        QStringLiteral("newWorkspace"), tr("New workspace"), tr("Start with your own PSA and vendor files"), QStringLiteral("new"), this);
    auto *open = choice(
        QStringLiteral("openWorkspace"), tr("Open…"), tr("A workspace that is already on this computer"), QStringLiteral("open"), this);
    m_recent->setObjectName(QStringLiteral("recentFiles"));
    m_recent->setAccessibleName(tr("Recent workspaces"));
    m_recent->setFrameShape(QFrame::StyledPanel);
    m_recent->setAlternatingRowColors(true);

    auto *column = new QWidget(this);
    column->setMaximumWidth(640);
    auto *lines = new QVBoxLayout(column);
    lines->setSpacing(space::small);
    for (QWidget *widget : std::initializer_list<QWidget *>{title, what, sample, fresh, open})
        lines->addWidget(widget);
    lines->addSpacing(space::large);
    lines->addWidget(m_recentTitle);
    lines->addWidget(m_recent);
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 3);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(1);
    down->addLayout(across);
    down->addStretch(2);

    connect(sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    connect(fresh, &QPushButton::clicked, this, &StartPage::newWanted);
    connect(open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(m_recent, &QListWidget::itemActivated, this,
        [this](const QListWidgetItem *item) { emit fileWanted(item->data(Qt::UserRole).toString()); });
    setFocusProxy(sample);
    setRecent({});
}

void StartPage::setRecent(const QStringList &files)
{
    m_recent->clear();
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(themeIcon(QStringLiteral("file")),
            tr("%1 — %2").arg(QFileInfo(file).completeBaseName(), QDir::toNativeSeparators(QFileInfo(file).absolutePath())), m_recent);
        item->setData(Qt::UserRole, file);
        item->setToolTip(QDir::toNativeSeparators(file));
    }
    if (!files.isEmpty())
        m_recent->setCurrentRow(0); // Enter opens it as soon as the list has the keyboard
    m_recent->setVisible(!files.isEmpty());
    m_recentTitle->setVisible(!files.isEmpty());
    m_recent->setMaximumHeight(static_cast<int>(files.size()) * space::rowHeight + 8);
}

} // namespace br
