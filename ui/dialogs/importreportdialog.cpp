#include "ui/dialogs/importreportdialog.h"

#include "core/base/text.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace br {

namespace {

constexpr size_t mostShown = 5000;

void addRows(QTableWidget *table, const std::vector<RejectedRow> &rows, const QString &what)
{
    for (const RejectedRow &row : rows) {
        if (table->rowCount() >= static_cast<int>(mostShown))
            return;
        const int at = table->rowCount();
        table->insertRow(at);
        const QString cells[]
            = {what, toQString(row.file), countText(row.row), toQString(row.column), toQString(row.value), toQString(row.reason)};
        for (int column = 0; column < 6; ++column)
            table->setItem(at, column, new QTableWidgetItem(cells[column]));
    }
}

QTableWidget *rowTable(const ImportReport &report, QWidget *parent)
{
    auto *table = new QTableWidget(0, 6, parent);
    table->setObjectName(QStringLiteral("rejectedRows"));
    table->setAccessibleName(ImportReportDialog::tr("Rejected rows and remarks"));
    table->setHorizontalHeaderLabels({ImportReportDialog::tr("What"), ImportReportDialog::tr("File"), ImportReportDialog::tr("Row"),
        ImportReportDialog::tr("Column"), ImportReportDialog::tr("Value"), ImportReportDialog::tr("Reason")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    addRows(table, report.rejected, ImportReportDialog::tr("Rejected"));
    addRows(table, report.warnings, ImportReportDialog::tr("Kept, look"));
    table->resizeColumnsToContents();
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

} // namespace

ImportReportDialog::ImportReportDialog(const ImportReport &report, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("importReport"));
    setWindowTitle(report.refused ? tr("The import was refused") : tr("Imported"));
    resize(820, 480);
    auto *all = new QVBoxLayout(this);
    const auto say = [&](const QString &text, Type type) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setFont(typeFont(type));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        all->addWidget(label);
    };
    const Batch &batch = report.batch;
    if (report.refused) {
        say(tr("Nothing was stored. The last complete import stays in force."), Type::Strong);
        say(toQString(report.refused->message), Type::Body);
    } else {
        say(tr("%1, %2: %3 rows read, %4 kept, %5 rejected.")
                .arg(toQString(batch.source.text), periodText(batch.period), countText(batch.rowsIn), countText(batch.rowsKept),
                    countText(batch.rowsRejected)),
            Type::Strong);
        if (report.replacedAnother)
            say(tr("It replaces the import of this month that was in force; that one stays in the history."), Type::Body);
    }
    for (const std::string &note : report.notes)
        say(toQString(note), Type::Body);
    if (!report.rejected.empty() || !report.warnings.empty())
        all->addWidget(rowTable(report, this), 1);
    else
        all->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    if (report.refused && report.refused->code != Errc::Cancelled) {
        auto *force = buttons->addButton(tr("Import anyway"), QDialogButtonBox::AcceptRole);
        force->setObjectName(QStringLiteral("importAnyway"));
        force->setAutoDefault(false);
        connect(force, &QPushButton::clicked, this, [this] { m_wantsForce = true; });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    all->addWidget(buttons);
}

} // namespace br
