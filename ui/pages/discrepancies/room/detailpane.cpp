#include "ui/pages/discrepancies/room/detailpane.h"

#include "core/base/text.h"
#include "core/words/namedtrace.h"
#include "core/words/words.h"
#include "ui/delegates/looks.h"
#include "ui/models/cells.h"
#include "ui/pages/discrepancies/room/bulkdialog.h"
#include "ui/pages/discrepancies/room/decisionform.h"
#include "ui/pages/discrepancies/room/pasttext.h"
#include "ui/pages/discrepancies/room/triage.h"
#include "ui/widgets/monthsview.h"
#include "ui/widgets/traceview.h"
#include "ui/widgets/twosides.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace br {

namespace {

// A price may well be known: then it is something else that keeps the row from claiming money.
QString noMoneyText(const Discrepancy &d)
{
    switch (d.kind) {
    case Kind::Unverified:
        return DetailPane::tr("What is used is unknown, so no money is claimed.");
    case Kind::CostMismatch:
        return DetailPane::tr("About the cost, not about what is billed: no money is claimed.");
    case Kind::NotApplied:
        return DetailPane::tr("Approved in an earlier month: the money is claimed by the rows of this one.");
    default:
        return d.price ? DetailPane::tr("No money is claimed.") : DetailPane::tr("No price is known, so no money is claimed.");
    }
}

void setTone(QLabel *label, Tone which)
{
    auto palette = label->palette();
    palette.setColor(QPalette::WindowText, tone(which));
    label->setPalette(palette);
}

} // namespace

DetailPane::DetailPane(const Triage &triage, QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea(this))
    , m_sides(new TwoSides)
    , m_trace(new TraceView)
    , m_months(new MonthsView)
    , m_form(new DecisionForm(this))
{
    setObjectName(u"detailPane"_s);
    setAccessibleName(tr("Details of the row"));
    auto *body = new QWidget;
    body->setObjectName(u"detailBody"_s);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(space::medium, space::medium, space::medium, space::medium);
    layout->setSpacing(space::tight);

    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    m_kindIcon = new QLabel(body);
    m_kindName = new QLabel(body);
    m_kindName->setObjectName(u"detailKind"_s);
    m_kindName->setFont(typeFont(Type::Strong));
    m_stateIcon = new QLabel(body);
    m_stateName = new QLabel(body);
    m_stateName->setObjectName(u"detailState"_s);
    head->addWidget(m_kindIcon);
    head->addWidget(m_kindName);
    head->addStretch();
    head->addWidget(m_stateIcon);
    head->addWidget(m_stateName);
    layout->addLayout(head);
    m_title = addText(layout, u"detailTitle"_s);
    m_title->setFont(typeFont(Type::Heading));
    m_subtitle = addText(layout, u"detailSubtitle"_s);
    layout->addSpacing(space::tight);
    layout->addWidget(m_sides);
    layout->addSpacing(space::tight);
    auto *moneyLine = new QHBoxLayout;
    m_money = new QLabel(body);
    m_money->setObjectName(u"detailMoney"_s);
    m_money->setFont(typeFont(Type::BigFigure));
    m_moneyNote = new QLabel(body);
    m_moneyNote->setObjectName(u"detailMoneyNote"_s);
    m_moneyNote->setTextFormat(Qt::PlainText);
    m_moneyNote->setWordWrap(true);
    moneyLine->addWidget(m_money);
    moneyLine->addSpacing(space::small);
    moneyLine->addWidget(m_moneyNote, 1);
    layout->addLayout(moneyLine);
    m_since = addText(layout, u"detailSince"_s);
    m_since->setFont(typeFont(Type::Strong));
    m_doubt = addText(layout, u"detailDoubt"_s);
    m_doubt->setFont(typeFont(Type::Strong));
    m_why = addText(layout, u"detailWhy"_s);
    m_advice = addText(layout, u"detailAdvice"_s);
    m_traceHeading = addHeading(layout, tr("How the number came about"));
    m_traceLine = addText(layout, u"detailTraceLine"_s);
    layout->addWidget(m_trace);
    m_monthsHeading = addHeading(layout, tr("Last months"));
    layout->addWidget(m_months);
    m_historyHeading = addHeading(layout, tr("Decisions"));
    m_history = addText(layout, u"detailHistory"_s);
    m_pastHeading = addHeading(layout, tr("Earlier months"));
    m_past = addText(layout, u"detailPast"_s);
    m_notesHeading = addHeading(layout, tr("Notes"));
    m_notes = addText(layout, u"detailNotes"_s);
    layout->addStretch();

    m_scroll->setObjectName(u"detailScroll"_s);
    m_scroll->setAccessibleName(tr("Details of the row"));
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setStyleSheet(u"#detailScroll { border: 1px solid transparent } #detailScroll:focus { border-color: palette(highlight) }"_s);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    body->setBackgroundRole(QPalette::Base);
    body->setAutoFillBackground(true);
    setFocusProxy(m_scroll);
    m_buttons = makeButtons(triage);
    connect(m_form, &DecisionForm::openChanged, this, &DetailPane::showButtons);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_scroll, 1);
    all->addWidget(m_form);
    all->addWidget(m_buttons);
    clear();
}

std::vector<QWidget *> DetailPane::readers() const { return {m_scroll, m_trace}; }

QLabel *DetailPane::addText(QVBoxLayout *layout, const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label);
    return label;
}

QLabel *DetailPane::addHeading(QVBoxLayout *layout, const QString &text)
{
    layout->addSpacing(space::medium);
    auto *label = new QLabel(text);
    label->setFont(typeFont(Type::Strong));
    layout->addWidget(label);
    return label;
}

QWidget *DetailPane::makeButtons(const Triage &triage)
{
    auto *bar = new QWidget(this);
    bar->setObjectName(u"decisionButtons"_s);
    auto *lines = new QVBoxLayout(bar);
    lines->setContentsMargins(space::small, space::small, space::small, space::small);
    lines->setSpacing(space::tight);
    auto *layout = new QHBoxLayout;
    lines->addLayout(layout);
    layout->setSpacing(space::tight);
    // Longer words get a second line, so that no button is cut where the pane is narrow: "Approve 9999", and other languages.
    int words = fontMetrics().horizontalAdvance(u" 9999"_s);
    for (const auto *action : {triage.approve, triage.accept, triage.dismiss})
        words += fontMetrics().horizontalAdvance(action->text()) + 2 * space::small;
    const bool isLong = words > 220;
    for (auto *action : {triage.approve, triage.edit, triage.map, triage.reopen, triage.accept, triage.dismiss, triage.note}) {
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + u"Button"_s);
        button->setAccessibleName(action->text());
        const bool isMinor = action == triage.edit || action == triage.note;
        button->setToolButtonStyle(isMinor ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
        button->setMinimumHeight(28);
        button->setIconSize(QSize(14, 14));
        if (action == triage.approve)
            button->setStyleSheet(primaryButtonStyle());
        if (isLong && action == triage.accept) {
            layout = new QHBoxLayout;
            layout->setSpacing(space::tight);
            lines->addLayout(layout);
        }
        layout->addWidget(button, isMinor ? 0 : 1);
        button->setSizePolicy(isMinor ? QSizePolicy::Fixed : QSizePolicy::Expanding, QSizePolicy::Fixed);
        // A button whose act does not fit the row leaves its place to the others.
        const auto follow = [button, action, isMinor] { button->setVisible(isMinor || action->isEnabled()); };
        connect(action, &QAction::changed, button, follow);
        follow();
    }
    return bar;
}

void DetailPane::clear()
{
    keepDraft();
    m_key.clear();
    m_form->hide();
    m_scroll->widget()->setVisible(false);
    showButtons();
}

void DetailPane::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
    showButtons();
}

// An open form has its own: two buttons of one word would book two different things.
void DetailPane::showButtons() { m_buttons->setVisible(!m_isReadOnly && !m_key.empty() && !m_form->isOpen()); }

void DetailPane::keepDraft()
{
    if (const auto draft = m_key.empty() ? std::nullopt : m_form->draft())
        m_drafts.insert_or_assign(m_key, Kept{*draft, m_state});
}

void DetailPane::resumeDraft(const DiscrepancyRow &row)
{
    const auto kept = m_drafts.extract(row.key);
    if (kept && kept.mapped().state == row.state && !m_isReadOnly)
        m_form->resume(kept.mapped().draft, row.discrepancy, m_from, rowTitle(row));
}

void DetailPane::forgetDrafts()
{
    m_form->hide();
    m_drafts.clear();
}

void DetailPane::paintHead()
{
    const auto paint = [this](QLabel *label, const QString &icon, Tone in) {
        label->setPixmap(themeIcon(icon, in).pixmap(QSize(16, 16), devicePixelRatioF()));
    };
    paint(m_kindIcon, kindIconName(m_kind), kindTone(m_kind));
    paint(m_stateIcon, stateIconName(m_state), stateTone(m_state));
    setTone(m_kindName, kindTone(m_kind));
    setTone(m_stateName, stateTone(m_state));
    setTone(m_doubt, Tone::Warn);
    for (auto *label : {m_subtitle, m_moneyNote, m_advice})
        setTone(label, Tone::Muted);
}

void DetailPane::showSides(const DiscrepancyRow &row)
{
    const auto &d = row.discrepancy;
    SidesText sides{.leftTitle = tr("Billed"),
        .left = numberText(d.billed),
        .leftNote = {},
        .rightTitle = tr("Counted"),
        .right = numberText(d.counted),
        .rightNote = {},
        .difference = signedNumberText(d.difference),
        .sign = d.difference ? d.difference->sign() : 0};
    QStringList sources;
    for (const auto &source : row.sources)
        sources << toQString(source);
    sides.rightNote = sources.join(u", "_s);
    if (d.price)
        sides.leftNote = tr("%1 each").arg(amountText(d.price->perMonth(), d.currency));
    if (d.kind == Kind::CostMismatch && d.lineCost && d.otherAmount) {
        sides.leftTitle = tr("Cost in the PSA");
        sides.left = bareAmountText(*d.lineCost, d.currency, false);
        sides.rightTitle = tr("Vendor's cost");
        sides.right = bareAmountText(*d.otherAmount, d.currency, false);
        const auto more = *d.otherAmount - *d.lineCost;
        sides.difference = bareAmountText(more, d.currency, true);
        sides.sign = -more.sign();
    }
    if (d.kind == Kind::NotApplied) {
        sides.rightTitle = tr("Approved");
        sides.right = numberText(usualTarget(d));
        sides.rightNote = tr("counted now: %1").arg(numberText(d.counted));
    }
    if (row.state == State::Approved && isDifference(d.kind) && row.targetQuantity && toUnits(*row.targetQuantity) != usualTarget(d)) {
        sides.rightTitle = tr("Approved");
        sides.right = numberText(*row.targetQuantity);
        sides.rightNote = tr("counted now: %1").arg(numberText(d.counted));
    }
    m_sides->setVisible(d.billed || d.counted || d.kind == Kind::CostMismatch);
    m_sides->showSides(sides);
}

void DetailPane::showRow(const DiscrepancyRow &row)
{
    const auto &d = row.discrepancy;
    const bool isNew = row.key != m_key;
    if (isNew || m_state != row.state) {
        if (isNew)
            keepDraft();
        m_form->hide();
    }
    m_key = row.key;
    m_kind = d.kind;
    m_state = row.state;
    m_kindName->setText(kindWord(d.kind));
    m_kindName->setToolTip(kindTip(d.kind));
    m_stateName->setText(stateWord(row.state));
    paintHead();
    const auto title = rowTitle(row);
    m_title->setText(title.section(u", "_s, 0, 0));
    m_subtitle->setText(title.section(u", "_s, 1));
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    showSides(row);
    m_money->setText(signedAmountText(d.impact, d.currency));
    setTone(m_money, signTone(d.impact ? d.impact->sign() : 0));
    m_moneyNote->setText(!d.impact ? noMoneyText(d)
            : d.isEstimate         ? tr("a month, an estimate by default prices")
            : d.kind == Kind::Commitment
            ? (d.until ? tr("in all until %1, not a month: what is bought and not assigned").arg(dayText(d.until))
                       : tr("in all, not a month: what is bought and not assigned"))
            : d.impact->sign() > 0 ? tr("a month that is not billed today")
            : d.impact->sign() < 0 ? tr("a month that is billed too much")
                                   : tr("a month"));
    QStringList doubts;
    for (const auto &doubt : row.doubts)
        doubts << u"⚠ "_s + toQString(doubtText(doubt));
    m_doubt->setText(doubts.join(u'\n'));
    m_doubt->setVisible(!doubts.isEmpty());
    m_why->setText(toQString(finding(row)));
    m_advice->setText(toQString(kindAdvice(d.kind)));
    m_scroll->widget()->setVisible(true);
    showButtons();
    if (!isNew)
        return;
    resumeDraft(row);
    for (auto *widget : std::initializer_list<QWidget *>{m_traceHeading, m_traceLine, m_trace, m_monthsHeading, m_months, m_historyHeading,
             m_history, m_since, m_pastHeading, m_past, m_notesHeading, m_notes})
        widget->setVisible(false);
    m_scroll->ensureVisible(0, 0);
}

void DetailPane::showPosition(const PositionDetail &detail)
{
    const Trace named = namedTrace(detail);
    m_traceLine->setText(toQString(traceLine(named)));
    m_trace->showTrace(named);
    m_trace->showNames(detail);
    for (auto *widget : std::initializer_list<QWidget *>{m_traceHeading, m_traceLine, m_trace})
        widget->setVisible(!detail.position.trace.empty());
    std::vector<MonthBar> months;
    for (auto at = detail.earlier.rbegin(); at != detail.earlier.rend(); ++at) {
        const auto &[period, position] = *at;
        months.push_back({period, position ? std::optional(position->billed) : std::nullopt, position ? position->counted : std::nullopt});
    }
    if (!detail.earlier.empty()) { // the month itself ends the row: the oldest makes room
        const Position &now = detail.position;
        months.push_back({detail.earlier.front().first.next(), now.billed, now.counted});
        if (months.size() > detail.earlier.size())
            months.erase(months.begin());
    }
    const bool hasPast = std::ranges::any_of(months, [](const MonthBar &m) { return m.billed || m.counted; });
    m_months->showMonths(std::move(months));
    m_monthsHeading->setVisible(hasPast);
    m_months->setVisible(hasPast);
}

void DetailPane::showHistory(const std::vector<Decision> &decisions, const std::vector<Note> &notes)
{
    m_history->setText(decisionsText(decisions));
    m_history->setVisible(!decisions.empty());
    m_historyHeading->setVisible(!decisions.empty());
    QStringList lines;
    for (const auto &note : notes)
        lines << u"%1 · %2\n%3"_s.arg(timeText(note.at), toQString(note.by), toQString(note.text));
    m_notes->setText(lines.join(u"\n"_s));
    m_notes->setVisible(!notes.empty());
    m_notesHeading->setVisible(!notes.empty());
}

void DetailPane::showPast(const PastMonths &past)
{
    m_since->setText(sinceText(past));
    m_since->setVisible(!m_since->text().isEmpty());
    m_past->setText(pastText(past));
    m_past->setVisible(!past.months.empty());
    m_pastHeading->setVisible(!past.months.empty());
}

void DetailPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !m_key.empty())
        paintHead();
    QWidget::changeEvent(event);
}

} // namespace br
