#include "ui/pages/discrepancies/room/bulkdialog.h"

#include "core/base/text.h"
#include "core/words/words.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace br {

namespace {

std::vector<Money> sumOf(const std::vector<DiscrepancyRow> &rows)
{
    std::map<Currency, Decimal> sums;
    for (const auto &row : rows) {
        if (row.discrepancy.impact)
            sums[row.discrepancy.currency] += *row.discrepancy.impact;
    }
    std::vector<Money> result;
    for (const auto &[currency, amount] : sums)
        result.push_back({amount, currency});
    return result;
}

bool isOfOldApproval(const DiscrepancyRow &row) { return row.discrepancy.kind == Kind::NotApplied; }

std::optional<Units> becomes(const Discrepancy &row, Act act) { return act == Act::Approve ? usualTarget(row) : row.counted; }

// "3 of them: ninjaone brought 40 rows, 120 last month: …", a line for each source in doubt.
QStringList doubtsOf(const std::vector<DiscrepancyRow> &rows)
{
    std::vector<std::pair<SourceDoubt, int>> found;
    for (const auto &row : rows) {
        for (const auto &doubt : row.doubts) {
            const auto known = std::ranges::find(found, doubt, &std::pair<SourceDoubt, int>::first);
            if (known == found.end())
                found.emplace_back(doubt, 1);
            else
                ++known->second;
        }
    }
    QStringList lines;
    for (const auto &[doubt, count] : found)
        lines << u"⚠ "_s + BulkDialog::tr("%1: %2").arg(rowsText(count), toQString(doubtText(doubt)));
    return lines;
}

} // namespace

QString rowTitle(const DiscrepancyRow &row)
{
    const auto &s = row.discrepancy.subject;
    const auto first = [](std::initializer_list<const std::string *> texts) {
        for (const auto *text : texts) {
            if (!text->empty())
                return toQString(*text);
        }
        return QString();
    };
    const auto client = first({&row.clientName, &s.client.text, &row.accountName, &s.account.text, &s.source.text});
    const auto subject
        = first({&row.serviceName, &s.service.text, &row.productName, &s.product.text, &row.meterName, &s.meter.text, &s.assetKey});
    return subject.isEmpty() || subject == client ? client : client.isEmpty() ? subject : u"%1, %2"_s.arg(client, subject);
}

BulkDialog::BulkDialog(const BulkPlan &plan, Day from, QWidget *parent)
    : QDialog(parent)
    , m_reason(new QComboBox(this))
{
    setObjectName(u"bulkDialog"_s);
    const auto count = static_cast<int>(plan.rows.size());
    const auto verb = plan.act == Act::Approve ? tr("Approve %1").arg(rowsText(count))
        : plan.act == Act::Accept              ? tr("Accept %1").arg(rowsText(count))
        : plan.act == Act::Reopen              ? tr("Reopen %1").arg(rowsText(count))
                                               : tr("Dismiss %1").arg(rowsText(count));
    setWindowTitle(verb);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(space::medium);
    layout->setContentsMargins(space::large, space::large, space::large, space::large);
    auto *title = new QLabel(verb, this);
    title->setFont(typeFont(Type::Title));
    auto *sum = new QLabel(tr("%1 a month").arg(amountText(sumOf(plan.rows), true)), this);
    sum->setObjectName(u"bulkSum"_s);
    sum->setFont(typeFont(Type::BigFigure));
    layout->addWidget(title);
    layout->addWidget(sum);
    if (plan.act == Act::Approve) {
        const bool isOld = std::ranges::any_of(plan.rows, isOfOldApproval);
        layout->addWidget(
            new QLabel(isOld ? tr("Each is set to what is counted, or to what was approved before, from %1.").arg(dayText(from))
                             : tr("Each is set to what is counted, from %1.").arg(dayText(from)),
                this));
        if (isOld) {
            auto *worth = new QLabel(tr("What was approved before has no money of its own here; Export says what it comes to."), this);
            worth->setWordWrap(true);
            layout->addWidget(worth);
        }
    }

    auto *samples = new QGridLayout;
    samples->setHorizontalSpacing(space::large);
    samples->setColumnStretch(0, 1);
    for (int i = 0; i < std::min(count, 3); ++i) {
        const auto &row = plan.rows[static_cast<size_t>(i)];
        auto *money = new QLabel(signedAmountText(row.discrepancy.impact, row.discrepancy.currency), this);
        money->setFont(typeFont(Type::Figure));
        auto *name = new QLabel(rowTitle(row), this);
        name->setTextFormat(Qt::PlainText);
        samples->addWidget(name, i, 0);
        samples->addWidget(
            new QLabel(u"%1 → %2"_s.arg(numberText(row.discrepancy.billed), numberText(becomes(row.discrepancy, plan.act))), this), i, 1,
            Qt::AlignRight);
        samples->addWidget(money, i, 2, Qt::AlignRight);
    }
    if (count > 3)
        samples->addWidget(new QLabel(tr("and %n more", nullptr, count - 3), this), 3, 0);
    layout->addLayout(samples);
    if (const auto doubts = doubtsOf(plan.rows); !doubts.isEmpty()) {
        auto *told = new QLabel(doubts.join(u'\n'), this);
        told->setObjectName(u"bulkDoubt"_s);
        told->setTextFormat(Qt::PlainText);
        told->setWordWrap(true);
        auto palette = told->palette();
        palette.setColor(QPalette::WindowText, tone(Tone::Warn));
        told->setPalette(palette);
        layout->addWidget(told);
    }
    if (plan.leftOut > 0) {
        auto *left
            = new QLabel(tr("%1 of the ticked stay as they are: decided already, or nothing to set.").arg(rowsText(plan.leftOut)), this);
        left->setObjectName(u"bulkLeftOut"_s);
        left->setWordWrap(true);
        layout->addWidget(left);
    }
    m_reason->setEditable(true);
    m_reason->setObjectName(u"bulkReason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->addItems({tr("Counted at the vendor"), tr("Agreed with the client"), tr("Temporary licence"), tr("Not for resale")});
    m_reason->setEditText(plan.act == Act::Approve ? tr("Counted at the vendor") : QString());
    m_reason->lineEdit()->setPlaceholderText(tr("Reason for all of them"));
    layout->addWidget(m_reason);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *confirm = buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    confirm->setObjectName(u"bulkConfirm"_s);
    confirm->setDefault(true);
    const bool needsReason = plan.act != Act::Approve;
    const auto refresh = [this, confirm, needsReason, count] { confirm->setEnabled(count > 0 && (!needsReason || !reason().isEmpty())); };
    connect(m_reason, &QComboBox::editTextChanged, confirm, refresh);
    refresh();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    // Return in the reason confirms, once there is one.
    connect(m_reason->lineEdit(), &QLineEdit::returnPressed, confirm, &QPushButton::click);
    setMinimumWidth(460);
    if (needsReason)
        m_reason->setFocus();
    else
        confirm->setFocus();
}

QString BulkDialog::reason() const { return m_reason->currentText().trimmed(); }

} // namespace br
