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

// In the words of who has the file in hand, not of who wrote the program.
QString whatToDo(const ImportReport &report)
{
    switch (report.why) {
    case Refusal::OtherMonth:
        return ImportReportDialog::tr(
            "What to do: if the month was chosen by mistake, choose again with the month of the file. If it is the wrong file, download "
            "the "
            "report of %1 and import that. Import it anyway only if the vendor puts this month's numbers into a file dated otherwise.")
            .arg(periodText(report.batch.period));
    case Refusal::TooManyRejected:
        return ImportReportDialog::tr(
            "What to do: the list below names each row and what is wrong with it. Correct them in the file, or download the report once "
            "more, "
            "and import it again. If you import it anyway, the rejected rows are left out and their clients may be unknown.");
    case Refusal::NotRecognised:
        return ImportReportDialog::tr(
            "What to do: look whether it is the right report and the right source. If the report is right, choose "
            "again and say which column is what: it is remembered for the next months.");
    case Refusal::NothingRead:
        return ImportReportDialog::tr("What to do: the list below says why each row was not read. Mostly it is the wrong report, or a "
                                      "column that holds something else than its title says. Choose again with another file.");
    case Refusal::NoRows:
        return report.mayBeForced
            ? ImportReportDialog::tr("What to do: look at the vendor's page whether the report has rows. If nothing is used this month, "
                                     "import it anyway: the counts of this source are then zero.")
            : ImportReportDialog::tr(
                "What to do: the report was probably saved with a filter that hides everything. Download it once more.");
    case Refusal::SameFileTwice:
        return ImportReportDialog::tr("What to do: choose again and leave one of the two files out.");
    case Refusal::OneAccount:
        return ImportReportDialog::tr(
            "What to do: give each file the name of its tenant, like contoso-users.csv, and import them again. Import "
            "it anyway only if both are of one tenant.");
    case Refusal::None:
        break;
    }
    return {};
}

} // namespace

ImportReportDialog::ImportReportDialog(const ImportReport &report, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("importReport"));
    setWindowTitle(report.refused ? tr("The import was refused") : tr("Imported"));
    auto *all = new QVBoxLayout(this);
    const auto say = [&](const QString &text, Type type) {
        auto *label = new QLabel(text, this);
        label->setWordWrap(true);
        label->setFont(typeFont(type));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        all->addWidget(label);
        return label;
    };
    const Batch &batch = report.batch;
    if (report.refused) {
        say(tr("Nothing was stored. The last complete import stays in force."), Type::Strong);
        say(toQString(report.refused->message), Type::Body);
        if (const QString next = whatToDo(report); !next.isEmpty())
            say(next, Type::Body)->setObjectName(QStringLiteral("whatToDo"));
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
    const bool hasRows = !report.rejected.empty() || !report.warnings.empty();
    if (hasRows)
        all->addWidget(rowTable(report, this), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setDefault(true);
    if (report.refused) {
        auto *another = buttons->addButton(tr("&Choose again…"), QDialogButtonBox::AcceptRole);
        another->setObjectName(QStringLiteral("chooseAgain"));
        another->setAutoDefault(false);
        connect(another, &QPushButton::clicked, this, [this] { m_wantsAnother = true; });
    }
    if (report.mayBeForced) {
        auto *force = buttons->addButton(tr("Import &anyway…"), QDialogButtonBox::AcceptRole);
        force->setObjectName(QStringLiteral("importAnyway"));
        force->setAutoDefault(false);
        connect(force, &QPushButton::clicked, this, [this] { m_wantsForce = true; });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    all->addWidget(buttons);
    setMinimumWidth(620);
    if (hasRows)
        resize(820, 480);
    else
        adjustSize(); // a few sentences: no window of blank
}

} // namespace br
