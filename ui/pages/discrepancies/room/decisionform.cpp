#include "ui/pages/discrepancies/room/decisionform.h"

#include "core/base/text.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace br {

namespace {

QDate qDate(Day day) { return {day.year(), day.month(), day.dayOfMonth()}; }
MaybeDay brDay(QDate date) { return Day::fromDate(date.year(), date.month(), date.day()); }

void showRow(QFormLayout *rows, QWidget *field, bool shown) { rows->setRowVisible(field, shown); }

} // namespace

DecisionForm::DecisionForm(QWidget *parent)
    : QFrame(parent)
    , m_rows(new QFormLayout)
    , m_title(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_doubt(new QLabel(this))
    , m_quantity(new QLineEdit(this))
    , m_from(new QDateEdit(this))
    , m_hasUntil(new QCheckBox(tr("Comes back after"), this))
    , m_until(new QDateEdit(this))
    , m_reason(new QComboBox(this))
    , m_confirm(new QPushButton(this))
{
    setObjectName(u"decisionForm"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setFont(typeFont(Type::Strong));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(u"decisionProblem"_s);
    m_doubt->setWordWrap(true);
    m_doubt->setTextFormat(Qt::PlainText);
    m_doubt->setObjectName(u"decisionDoubt"_s);
    m_quantity->setObjectName(u"quantityEdit"_s);
    m_quantity->setAccessibleName(tr("Quantity to bill"));
    m_quantity->setAlignment(Qt::AlignRight);
    m_from->setObjectName(u"fromEdit"_s);
    m_from->setAccessibleName(tr("From day"));
    m_until->setObjectName(u"untilEdit"_s);
    m_until->setAccessibleName(tr("Until day"));
    m_hasUntil->setObjectName(u"hasUntil"_s);
    m_reason->setObjectName(u"reasonEdit"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(12);
    m_confirm->setObjectName(u"confirmDecision"_s);
    m_confirm->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"cancelDecision"_s);
    cancel->setToolTip(tr("Esc"));
    for (auto *edit : {m_from, m_until}) {
        edit->setCalendarPopup(true);
        edit->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat).replace(u"yyyy"_s, u"yy"_s).replace(u"yy"_s, u"yyyy"_s));
    }
    auto *untilLine = new QVBoxLayout; // under each other: beside the date the words were cut where the pane is narrow
    untilLine->setSpacing(space::tight);
    untilLine->addWidget(m_hasUntil);
    untilLine->addWidget(m_until);
    auto *untilBox = new QWidget(this);
    untilBox->setObjectName(u"untilBox"_s);
    untilLine->setContentsMargins(0, 0, 0, 0);
    untilBox->setLayout(untilLine);

    m_rows->setHorizontalSpacing(space::small);
    m_rows->setVerticalSpacing(6);
    m_rows->addRow(tr("&Quantity"), m_quantity);
    m_rows->addRow(tr("&From"), m_from);
    m_rows->addRow(tr("&Until"), untilBox);
    m_rows->addRow(tr("&Reason"), m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::medium, space::small, space::medium, space::small);
    layout->setSpacing(space::small);
    layout->addWidget(m_title);
    layout->addLayout(m_rows);
    layout->addWidget(m_doubt);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    connect(m_hasUntil, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_quantity, &QLineEdit::textChanged, this, &DecisionForm::showDoubt);
    connect(m_confirm, &QPushButton::clicked, this, &DecisionForm::confirm);
    connect(cancel, &QPushButton::clicked, this, &DecisionForm::givenUp);
    hide();
}

void DecisionForm::offerReasons()
{
    QStringList reasons;
    switch (m_purpose) {
    case Purpose::Approve:
        reasons = {tr("Counted at the vendor"), tr("Agreed with the client"), tr("Corrected after a check")};
        break;
    case Purpose::Accept:
        reasons = {tr("Temporary licence"), tr("User on notice"), tr("Agreed with the client"), tr("Included in the agreement"),
            tr("Waiting for the vendor")};
        break;
    case Purpose::Dismiss:
        reasons = {tr("Not for resale"), tr("Internal use"), tr("Vendor's report is wrong"), tr("Handled elsewhere")};
        break;
    case Purpose::Reopen:
        reasons = {tr("Decided by mistake"), tr("New information")};
        break;
    case Purpose::Note:
        break;
    }
    m_reason->clear();
    m_reason->addItems(reasons);
    m_reason->setCurrentIndex(-1);
    m_reason->setEditText(m_purpose == Purpose::Approve ? reasons.value(0) : QString());
    m_reason->lineEdit()->setPlaceholderText(
        m_purpose == Purpose::Note ? tr("What should be remembered") : tr("Type, or ↓ for common ones"));
}

void DecisionForm::ask(Purpose purpose, const Discrepancy &discrepancy, Day from, const QString &about)
{
    prepare(purpose, discrepancy, from, about);
    show();
    focusFirst();
}

void DecisionForm::focusFirst()
{
    if (m_purpose == Purpose::Approve) {
        m_quantity->setFocus();
        m_quantity->selectAll();
    } else {
        m_reason->setFocus();
    }
}

void DecisionForm::resume(const Draft &draft, const Discrepancy &discrepancy, Day from, const QString &about)
{
    prepare(draft.purpose, discrepancy, from, about);
    m_quantity->setText(draft.quantity);
    m_reason->setEditText(draft.reason);
    m_from->setDate(draft.from);
    m_until->setDate(draft.until);
    m_hasUntil->setChecked(draft.hasUntil);
    show();
}

DecisionForm::Draft DecisionForm::typed() const
{
    return {m_purpose, m_quantity->text(), m_reason->currentText(), m_from->date(), m_until->date(), m_hasUntil->isChecked()};
}

std::optional<DecisionForm::Draft> DecisionForm::draft() const
{
    const auto now = typed();
    return isOpen() && now != m_asked ? std::optional(now) : std::nullopt;
}

void DecisionForm::setVisible(bool isVisible)
{
    const bool wasOpen = isOpen();
    QFrame::setVisible(isVisible);
    if (wasOpen != isOpen())
        emit openChanged();
}

void DecisionForm::prepare(Purpose purpose, const Discrepancy &discrepancy, Day from, const QString &about)
{
    m_purpose = purpose;
    m_about = discrepancy;
    const auto quantity = usualTarget(discrepancy);
    showProblem({});
    auto *untilBox = findChild<QWidget *>(u"untilBox"_s);
    showRow(m_rows, m_quantity, purpose == Purpose::Approve);
    showRow(m_rows, m_from, purpose == Purpose::Approve);
    showRow(m_rows, untilBox, purpose == Purpose::Accept);
    if (auto *reasonLabel = qobject_cast<QLabel *>(m_rows->labelForField(m_reason)))
        reasonLabel->setText(purpose == Purpose::Note ? tr("&Note") : tr("&Reason"));
    m_quantity->setText(quantity ? numberText(toDecimal(*quantity)) : QString());
    showDoubt();
    m_from->setDate(qDate(from));
    m_until->setDate(qDate(from.plusMonths(2).plusDays(-1)));
    m_hasUntil->setChecked(false);
    m_until->setEnabled(false);
    offerReasons();
    switch (purpose) {
    case Purpose::Approve:
        m_title->setText(tr("Approve: %1").arg(about));
        m_confirm->setText(tr("Approve"));
        break;
    case Purpose::Accept:
        m_title->setText(tr("Accept as it is: %1").arg(about));
        m_confirm->setText(tr("Accept"));
        break;
    case Purpose::Dismiss:
        m_title->setText(tr("Not a finding: %1").arg(about));
        m_confirm->setText(tr("Dismiss"));
        break;
    case Purpose::Reopen:
        m_title->setText(tr("Reopen: %1").arg(about));
        m_confirm->setText(tr("Reopen"));
        break;
    case Purpose::Note:
        m_title->setText(tr("Note on %1").arg(about));
        m_confirm->setText(tr("Add note"));
        break;
    }
    setAccessibleName(m_title->text());
    m_confirm->setAccessibleName(m_confirm->text());
    m_asked = typed();
}

void DecisionForm::showProblem(const QString &problem)
{
    auto palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, tone(Tone::Bad));
    m_problem->setPalette(palette);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

Result<ParsedDecimal> DecisionForm::typedQuantity() const
{
    const QLocale locale;
    auto text = m_quantity->text();
    text.replace(QChar(0x2212), u'-').remove(QChar(0xA0)).remove(QChar(0x202F));
    const NumberStyle style{locale.decimalPoint().front().toLatin1(), locale.groupSeparator().front().toLatin1()};
    return parseDecimal(toUtf8(text.trimmed()), style);
}

QString DecisionForm::doubtAbout(const Discrepancy &discrepancy, Decimal quantity)
{
    const auto usual = usualTarget(discrepancy);
    const auto &known = usual ? usual : discrepancy.billed;
    if (!known || quantity.sign() < 0)
        return {};
    const auto asked = toUnits(quantity);
    const auto number = numberText(quantity);
    const bool isMove = discrepancy.kind == Kind::MismatchedService;
    if (usual && discrepancy.billed && !isMove) {
        const int found = (*usual - *discrepancy.billed).sign();
        const int wanted = (asked - *discrepancy.billed).sign();
        if (found > 0 && wanted < 0)
            return tr("More is counted (%1) than is billed (%2), but %3 would bill less.")
                .arg(numberText(usual), numberText(discrepancy.billed), number);
        if (found < 0 && wanted > 0)
            return tr("Less is counted (%1) than is billed (%2), but %3 would bill more.")
                .arg(numberText(usual), numberText(discrepancy.billed), number);
    }
    if (known->isZero())
        return asked.isZero() ? QString() : tr("Nothing is counted, but %1 would be billed.").arg(number);
    const auto told
        = usual ? tr("counted: %1").arg(numberText(*known)) : tr("billed, and what is counted is unknown: %1").arg(numberText(*known));
    if (asked > *known + *known)
        return tr("%1 is more than double of what is %2.").arg(number, told);
    if (asked + asked < *known)
        return tr("%1 is less than half of what is %2.").arg(number, told);
    return {};
}

void DecisionForm::showDoubt()
{
    const auto typed = m_purpose == Purpose::Approve ? typedQuantity() : Result<ParsedDecimal>(ParsedDecimal());
    const auto doubt = m_purpose == Purpose::Approve && typed ? doubtAbout(m_about, typed->value) : QString();
    auto palette = m_doubt->palette();
    palette.setColor(QPalette::WindowText, tone(Tone::Warn));
    m_doubt->setPalette(palette);
    m_doubt->setText(doubt.isEmpty() ? QString() : tr("Please check: %1").arg(doubt));
    m_doubt->setVisible(!doubt.isEmpty());
}

void DecisionForm::confirm()
{
    const auto reason = m_reason->currentText().trimmed();
    if (reason.isEmpty() && m_purpose != Purpose::Approve) {
        showProblem(
            m_purpose == Purpose::Note ? tr("A note needs a text.") : tr("A reason is needed: it stays with the row and in the export."));
        m_reason->setFocus();
        return;
    }
    if (m_purpose == Purpose::Note) {
        emit noteWritten(reason);
        return;
    }
    DecideRequest request;
    request.reason = toUtf8(reason);
    switch (m_purpose) {
    case Purpose::Approve: {
        request.act = Act::Approve;
        request.from = brDay(m_from->date());
        const auto quantity = typedQuantity();
        if (!quantity || quantity->rounded || quantity->value.sign() < 0) {
            showProblem(quantity
                    ? tr("“%1” cannot be billed: a quantity is not negative and has at most four places.").arg(m_quantity->text())
                    : toQString(quantity.error().message));
            m_quantity->setFocus();
            return;
        }
        request.quantity = quantity->value;
        break;
    }
    case Purpose::Accept:
        request.act = Act::Accept;
        if (m_hasUntil->isChecked())
            request.until = brDay(m_until->date());
        break;
    case Purpose::Dismiss:
        request.act = Act::Dismiss;
        break;
    case Purpose::Reopen:
        request.act = Act::Reopen;
        break;
    case Purpose::Note:
        break;
    }
    emit requested(request);
}

void DecisionForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    else if (event->key() == Qt::Key_Escape)
        emit givenUp();
    else
        QFrame::keyPressEvent(event);
}

} // namespace br
