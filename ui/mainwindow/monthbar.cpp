#include "ui/mainwindow/monthbar.h"

#include "ui/models/cells.h"
#include "ui/pages/parts/tonelabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace br {

MonthBar::MonthBar(Reconciler &reconciler, QWidget *parent)
    : QFrame(parent)
    , m_reconciler(reconciler)
    , m_title(new QLabel(this))
    , m_periods(new QComboBox(this))
    , m_icon(new QLabel(this))
    , m_state(new ToneLabel({}, Tone::Muted, this))
    , m_run(new QPushButton(tr("&Reconcile"), this))
{
    setObjectName(QStringLiteral("monthBar"));
    m_title->setFont(typeFont(Type::Heading));
    m_periods->setObjectName(QStringLiteral("periodChooser"));
    m_periods->setAccessibleName(tr("Month"));
    m_periods->setToolTip(tr("The billing month that every page shows (Alt+Left and Alt+Right step through them)"));
    m_periods->setMinimumWidth(130);
    m_run->setObjectName(QStringLiteral("reconcileButton"));
    m_run->setToolTip(tr("Compare again what is billed with what is counted (F5)"));
    m_run->setAccessibleName(tr("Reconcile"));
    m_state->setObjectName(QStringLiteral("runState"));
    auto *add = new QToolButton(this);
    add->setObjectName(QStringLiteral("addMonth"));
    add->setText(tr("Add month"));
    add->setIcon(themeIcon(QStringLiteral("add")));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setAutoRaise(true);
    add->setFocusPolicy(Qt::TabFocus);
    add->setAccessibleName(tr("Add the next month to the list"));
    auto *label = new QLabel(tr("Month"), this); // no letter of its own: Alt+M is the menu's

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::large, space::small, space::large, space::small);
    line->setSpacing(space::small);
    line->addWidget(m_title);
    line->addStretch(1);
    line->addWidget(m_icon);
    line->addWidget(m_state);
    line->addWidget(m_run);
    line->addSpacing(space::large);
    line->addWidget(label);
    line->addWidget(m_periods);
    line->addWidget(add);

    connect(m_periods, &QComboBox::currentIndexChanged, this, &MonthBar::announce);
    connect(m_run, &QPushButton::clicked, &reconciler, &Reconciler::run);
    connect(add, &QToolButton::clicked, this, &MonthBar::addMonth);
    connect(&reconciler, &Reconciler::stateChanged, this, &MonthBar::showState);
    showState();
}

void MonthBar::setTitle(const QString &title) { m_title->setText(title); }

void MonthBar::setWritable(bool writable)
{
    m_writable = writable;
    showState();
}

void MonthBar::setPeriods(const std::vector<Period> &periods, const std::optional<Period> &wanted)
{
    const std::optional<Period> keep = wanted ? wanted : period();
    {
        const QSignalBlocker quiet(m_periods);
        m_known = periods;
        if (keep && std::find(m_known.begin(), m_known.end(), *keep) == m_known.end())
            m_known.push_back(*keep);
        std::sort(m_known.rbegin(), m_known.rend());
        m_periods->clear();
        for (const Period &known : m_known)
            m_periods->addItem(periodText(known), known.index());
        const int place = keep ? m_periods->findData(keep->index()) : 0;
        m_periods->setCurrentIndex(std::max(place, m_known.empty() ? -1 : 0));
    }
    announce();
}

void MonthBar::forget()
{
    const QSignalBlocker quiet(m_periods);
    m_known.clear();
    m_periods->clear();
    m_told.reset();
    emit periodChosen({});
}

std::optional<Period> MonthBar::period() const
{
    return m_periods->currentIndex() < 0 ? std::nullopt : std::optional(Period::fromIndex(m_periods->currentData().toInt()));
}

void MonthBar::choose(Period period) { setPeriods(m_known, period); }

void MonthBar::step(int months)
{
    const int place = m_periods->currentIndex() - months; // newest first
    if (place >= 0 && place < m_periods->count())
        m_periods->setCurrentIndex(place);
}

void MonthBar::addMonth()
{
    // The month after the newest known one; without any, last month: that is the one being billed.
    choose(m_known.empty() ? Period::of(m_today).previous() : m_known.front().next());
}

void MonthBar::announce()
{
    const std::optional<Period> now = period();
    if (now == m_told)
        return;
    m_told = now;
    emit periodChosen(now);
}

void MonthBar::showState()
{
    QString icon;
    QString text;
    Tone tone = Tone::Muted;
    switch (m_reconciler.state()) {
    case Reconciler::State::NoPeriod:
        text = tr("Nothing imported yet");
        break;
    case Reconciler::State::Empty:
        text = tr("Nothing compared: no file of this month yet");
        icon = QStringLiteral("info");
        break;
    case Reconciler::State::Never:
        text = tr("Not reconciled yet");
        break;
    case Reconciler::State::Outdated:
        text = tr("Outdated: inputs changed");
        icon = QStringLiteral("warning");
        tone = Tone::Warn;
        break;
    case Reconciler::State::Running:
        text = tr("Reconciling…");
        break;
    case Reconciler::State::UpToDate:
        text = tr("Up to date");
        icon = QStringLiteral("good");
        tone = Tone::Good;
        break;
    }
    m_state->setText(text);
    const auto &run = m_reconciler.lastRun();
    m_state->setToolTip(run ? tr("Last reconciled %1, as of %2").arg(timeText(run->at), dayText(run->asOf)) : QString());
    m_state->setTone(tone);
    m_icon->setPixmap(icon.isEmpty() ? QPixmap() : themeIcon(icon, tone).pixmap(16, 16));
    const auto state = m_reconciler.state();
    m_run->setEnabled(
        m_writable && state != Reconciler::State::NoPeriod && state != Reconciler::State::Empty && state != Reconciler::State::Running);
}

} // namespace br
