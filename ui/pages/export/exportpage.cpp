#include "ui/pages/export/exportpage.h"

#include "core/base/text.h"
#include "core/words/words.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"
#include "ui/widgets/emptystate.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCryptographicHash>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

namespace br {

namespace {

QString ending(SheetFormat format)
{
    return format == SheetFormat::Csv ? QStringLiteral("csv")
        : format == SheetFormat::Xlsx ? QStringLiteral("xlsx")
                                      : QStringLiteral("pdf");
}

QString fileStem(Sheet sheet, Period period)
{
    static const QString names[]
        = {QStringLiteral("adjustments"), QStringLiteral("connectwise"), QStringLiteral("autotask"), QStringLiteral("halopsa")};
    return names[static_cast<int>(sheet)] + QLatin1Char('-') + toQString(period.toString());
}

std::vector<Money> totals(const std::vector<AdjustmentRow> &rows)
{
    std::vector<Money> sums;
    for (const AdjustmentRow &row : rows) {
        if (!row.impact)
            continue;
        const auto found = std::find_if(sums.begin(), sums.end(), [&row](const Money &sum) { return sum.currency == row.currency; });
        if (found == sums.end())
            sums.push_back({*row.impact, row.currency});
        else
            found->amount += *row.impact;
    }
    return sums;
}

} // namespace

ExportPage::ExportPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("export"), parent)
{
    makeModels();
    layOut();
    connect(m_go, &QPushButton::clicked, this, &ExportPage::exportNow);
    connect(m_empty, &EmptyState::acted, this, [this] { emit discrepanciesWanted(QStringLiteral("state:open|in_review|outdated")); });
    connect(m_rowTable, &PageTable::opened, this, [this](int row) {
        const AdjustmentRow &chosen = m_rows->row(row);
        emit discrepanciesWanted(exactly("client", chosen.clientName) + QLatin1Char(' ') + exactly("service", chosen.serviceName));
    });
}

void ExportPage::makeModels()
{
    m_rows = new RowsModel<AdjustmentRow>(
        {{{QStringLiteral("client"), tr("Client"), CellKind::Text, 18, true, {}, true},
             [](const AdjustmentRow &r) { return textCell(r.clientName); }},
            {{QStringLiteral("service"), tr("Service"), CellKind::Text, 21, true, {}, true},
                [](const AdjustmentRow &r) { return textCell(r.serviceName); }},
            {{QStringLiteral("agreement"), tr("Agreement"), CellKind::Text, 17, true, {}, true},
                [](const AdjustmentRow &r) { return textCell(r.agreementName); }},
            {{QStringLiteral("product"), tr("Product"), CellKind::Text, 12},
                [](const AdjustmentRow &r) { return textCell(r.productName); }},
            {{QStringLiteral("now"), tr("Now"), CellKind::Number, 7, true, tr("Quantity of the line now")},
                [](const AdjustmentRow &r) { return numberCell(std::optional(toUnits(r.lineQuantity))); }},
            {{QStringLiteral("target"), tr("New"), CellKind::Number, 7, true, tr("Quantity of the line to bill")},
                [](const AdjustmentRow &r) { return numberCell(std::optional(toUnits(r.targetLineQuantity))); }},
            {{QStringLiteral("from"), tr("From"), CellKind::Date, 11}, [](const AdjustmentRow &r) { return dayCell(r.effective); }},
            {{QStringLiteral("impact"), tr("A month"), CellKind::Money, 12},
                [](const AdjustmentRow &r) { return moneyCell(r.impact, r.currency); }},
            {{QStringLiteral("by"), tr("Approved by"), CellKind::Text, 14}, [](const AdjustmentRow &r) { return textCell(r.by); }},
            {{QStringLiteral("problem"), tr("To do by hand"), CellKind::Text, 12},
                [](const AdjustmentRow &r) { return textCell(r.problem); }}},
        [](const AdjustmentRow &r) { return toQString(r.key); }, this);
    m_before = new RowsModel<HandedOver>(
        {{{QStringLiteral("at"), tr("When"), CellKind::Date, 18}, [](const HandedOver &h) { return timeCell(h.at); }},
            {{QStringLiteral("by"), tr("By"), CellKind::Text, 12}, [](const HandedOver &h) { return textCell(h.by); }},
            {{QStringLiteral("sheet"), tr("Sheet"), CellKind::Text, 30}, [](const HandedOver &h) { return textCell(sheetTitle(h.sheet)); }},
            {{QStringLiteral("format"), tr("Format"), CellKind::Text, 13},
                [](const HandedOver &h) { return textCell(formatName(h.format)); }},
            {{QStringLiteral("rows"), tr("Rows"), CellKind::Number, 7}, [](const HandedOver &h) { return numberCell(qint64{h.rows}); }},
            {{QStringLiteral("file"), tr("File"), CellKind::Text, 26, true, {}, true},
                [](const HandedOver &h) { return textCell(h.file); }},
            {{QStringLiteral("hash"), tr("Content"), CellKind::Text, 12, true, tr("The same letters: the same adjustments")},
                [](const HandedOver &h) { return textCell(h.contentHash.substr(0, 10)); }}},
        [](const HandedOver &h) { return toQString(h.at + h.file); }, this);
}

void ExportPage::layOut()
{
    m_sheet = new QComboBox(this);
    m_sheet->setObjectName(QStringLiteral("sheet"));
    m_sheet->setAccessibleName(tr("Sheet"));
    for (const Sheet sheet : {Sheet::Neutral, Sheet::ConnectWise, Sheet::Autotask, Sheet::HaloPsa})
        m_sheet->addItem(toQString(sheetTitle(sheet)), static_cast<int>(sheet));
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("File format"));
    for (const SheetFormat format : {SheetFormat::Xlsx, SheetFormat::Csv, SheetFormat::Pdf})
        m_format->addItem(toQString(formatName(format)), static_cast<int>(format));
    connect(m_sheet, &QComboBox::activated, this, &ExportPage::keepChoice);
    connect(m_format, &QComboBox::activated, this, &ExportPage::keepChoice);
    m_go = button(QStringLiteral("exportGo"), tr("&Export…"), QStringLiteral("export"), this);
    m_totals = sentence(QStringLiteral("exportTotals"), this);
    m_totals->setFont(typeFont(Type::Strong));
    m_warnings = sentence(QStringLiteral("exportWarnings"), this);
    m_warnings->setTone(Tone::Warn);
    m_rowTable = new PageTable(m_rows, QStringLiteral("adjustments"), tr("Adjustments to export"), this);
    m_empty = new EmptyState(this);
    m_beforeTitle = heading(tr("Exported before"), this);
    m_beforeTable = new PageTable(m_before, QStringLiteral("handedOver"), tr("Earlier exports"), this);
    auto *sheetLabel = new QLabel(tr("&Sheet"), this);
    sheetLabel->setBuddy(m_sheet);
    auto *formatLabel = new QLabel(tr("&Format"), this);
    formatLabel->setBuddy(m_format);
    auto *all = new QVBoxLayout(this);
    roomy(all);
    all->addLayout(inRow({sheetLabel, m_sheet, formatLabel, m_format, m_go, nullptr}));
    all->addWidget(m_totals);
    all->addWidget(m_warnings);
    all->addWidget(m_empty, 3);
    all->addWidget(m_rowTable, 3);
    all->addWidget(m_beforeTitle);
    all->addWidget(m_beforeTable, 1);
}

// Each workspace has its own PSA, and so its own sheet; a new one begins with the choice made last anywhere.
QString ExportPage::settingOf(const char *what) const
{
    const QByteArray file = QCryptographicHash::hash(session().current().path.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return QStringLiteral("export/%1-%2").arg(QLatin1String(what), QLatin1String(file));
}

void ExportPage::keepChoice()
{
    QSettings settings;
    for (const char *what : {"sheet", "format"}) {
        const QVariant choice = (QLatin1String(what) == QLatin1String("sheet") ? m_sheet : m_format)->currentData();
        settings.setValue(settingOf(what), choice);
        settings.setValue(QStringLiteral("export/") + QLatin1String(what), choice);
    }
}

void ExportPage::restoreChoice()
{
    const QSettings settings;
    const auto restore = [&](QComboBox *box, const char *what, int otherwise) {
        const QVariant last = settings.value(QStringLiteral("export/") + QLatin1String(what), otherwise);
        box->setCurrentIndex(std::max(0, box->findData(settings.value(settingOf(what), last).toInt())));
    };
    restore(m_sheet, "sheet", static_cast<int>(Sheet::Neutral));
    restore(m_format, "format", static_cast<int>(SheetFormat::Xlsx));
}

Sheet ExportPage::sheet() const { return static_cast<Sheet>(m_sheet->currentData().toInt()); }

SheetFormat ExportPage::format() const { return static_cast<SheetFormat>(m_format->currentData().toInt()); }

void ExportPage::read()
{
    restoreChoice();
    if (!period()) {
        show({});
        return;
    }
    session().ask(
        this,
        [period = *period()](Workspace &workspace) -> Result<Answer> {
            auto rows = adjustments(workspace, period);
            if (!rows)
                return rows.error();
            auto before = handedOver(workspace, period);
            if (!before)
                return before.error();
            return Answer{std::move(rows).value(), std::move(before).value()};
        },
        [this](Result<Answer> answer) {
            if (answer)
                show(std::move(answer).value());
            else
                complain(answer.error());
        });
}

void ExportPage::show(Answer answer)
{
    const bool any = !answer.rows.empty();
    if (!any)
        m_empty->show(QStringLiteral("export"), tr("Nothing is approved yet"),
            tr("Only approved rows reach the sheet of adjustments. Go through the discrepancies and approve what is to change."),
            tr("Show open discrepancies"));
    m_empty->setVisible(!any);
    m_rowTable->setVisible(any);
    m_go->setEnabled(any && mayWrite());
    m_totals->setVisible(any);
    const auto byHand = static_cast<int>(
        std::count_if(answer.rows.begin(), answer.rows.end(), [](const AdjustmentRow &row) { return !row.problem.empty(); }));
    m_totals->setText(tr("%n adjustment(s), ", nullptr, static_cast<int>(answer.rows.size()))
        + tr("%1 a month").arg(amountText(totals(answer.rows), true)));
    m_warnings->setVisible(byHand > 0);
    m_warnings->setText(
        tr("%n row(s) have no line that a change sheet could change: they are listed, and entered by hand.", nullptr, byHand));
    m_rows->setRows(std::move(answer.rows));
    m_beforeTitle->setVisible(!answer.before.empty());
    m_beforeTable->setVisible(!answer.before.empty());
    m_before->setRows(std::move(answer.before));
}

void ExportPage::exportNow()
{
    if (!period())
        return;
    const QString name = fileStem(sheet(), *period()) + QLatin1Char('.') + ending(format());
    QString file
        = prompts().saveFile(this, tr("Export adjustments"), name, tr("%1 (*.%2)").arg(toQString(formatName(format())), ending(format())));
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1Char('.') + ending(format()), Qt::CaseInsensitive))
        file += QLatin1Char('.') + ending(format());
    keepChoice();
    session().askLong(
        this, tr("Exporting adjustments"),
        [period = *period(), sheet = sheet(), format = format(), file = toUtf8(file)](
            Workspace &workspace, Progress &) { return exportAdjustments(workspace, period, sheet, format, file); },
        [this, file](const Result<ExportReport> &report) {
            if (!report) {
                complain(report.error());
                return;
            }
            QStringList lines{tr("%n row(s) written to %1 and read back.", nullptr, static_cast<int>(report->made.rows)).arg(file)};
            for (const HandedOver &earlier : report->before)
                lines << tr("Already exported on %1 by %2: the same content.").arg(timeText(earlier.at), toQString(earlier.by));
            for (const std::string &warning : report->warnings)
                lines << toQString(warning);
            prompts().tell(this, tr("Exported"), lines.join(QStringLiteral("\n\n")), {});
            read();
        });
}

} // namespace br
