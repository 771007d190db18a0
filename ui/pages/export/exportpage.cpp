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

constexpr qsizetype mostWarnings = 4;

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

// What is to be done by hand has the room where that is the question; there the columns of the line, which is not there, make place.
RowsModel<AdjustmentRow> *adjustmentModel(QObject *parent, bool isByHand)
{
    return new RowsModel<AdjustmentRow>(
        {{{QStringLiteral("client"), ExportPage::tr("Client"), CellKind::Text, 18, true, {}, true, false},
             [](const AdjustmentRow &r) { return textCell(r.clientName); }},
            {{QStringLiteral("service"), ExportPage::tr("Service"), CellKind::Text, 21, true, {}, true},
                [](const AdjustmentRow &r) { return textCell(r.serviceName); }},
            {{QStringLiteral("agreement"), ExportPage::tr("Agreement"), CellKind::Text, 17, !isByHand, {}, true},
                [](const AdjustmentRow &r) { return textCell(r.agreementName); }},
            {{QStringLiteral("product"), ExportPage::tr("Product"), CellKind::Text, 12},
                [](const AdjustmentRow &r) { return textCell(r.productName); }},
            {{QStringLiteral("now"), ExportPage::tr("Now"), CellKind::Number, 7, !isByHand, ExportPage::tr("Quantity of the line now")},
                [](const AdjustmentRow &r) { return numberCell(std::optional(toUnits(r.lineQuantity))); }},
            {{QStringLiteral("target"), ExportPage::tr("New"), CellKind::Number, 7, !isByHand,
                 ExportPage::tr("Quantity of the line to bill")},
                [](const AdjustmentRow &r) { return numberCell(std::optional(toUnits(r.targetLineQuantity))); }},
            {{QStringLiteral("from"), ExportPage::tr("From"), CellKind::Date, 11},
                [](const AdjustmentRow &r) { return dayCell(r.effective); }},
            {{QStringLiteral("impact"), ExportPage::tr("A month"), CellKind::Money, 14},
                [](const AdjustmentRow &r) { return moneyCell(r.impact, r.currency); }},
            {{QStringLiteral("by"), ExportPage::tr("Approved by"), CellKind::Text, 14, !isByHand},
                [](const AdjustmentRow &r) { return textCell(r.by); }},
            {{QStringLiteral("problem"), ExportPage::tr("To do by hand"), CellKind::Text, isByHand ? 58 : 22, true, {}, true},
                [](const AdjustmentRow &r) { return textCell(r.problem); }}},
        [](const AdjustmentRow &r) { return toQString(r.key); }, parent);
}

} // namespace

ExportPage::ExportPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("export"), parent)
{
    makeModels();
    layOut();
    // Until it is read nothing is there to list; a page that was not seen yet must not say how small the window can be.
    for (QWidget *part : std::initializer_list<QWidget *>{m_empty, m_byHandTitle, m_byHandTable, m_beforeTitle, m_beforeTable})
        part->hide();
    connect(m_go, &QPushButton::clicked, this, &ExportPage::exportNow);
    connect(m_empty, &EmptyState::acted, this, [this] { emit discrepanciesWanted(QStringLiteral("state:open|in_review|outdated")); });
    connect(m_rowTable, &PageTable::opened, this, [this](int row) { openRow(m_rows->row(row)); });
    connect(m_byHandTable, &PageTable::opened, this, [this](int row) { openRow(m_byHand->row(row)); });
}

void ExportPage::openRow(const AdjustmentRow &row)
{
    emit discrepanciesWanted(exactly("client", row.clientName) + QLatin1Char(' ') + exactly("service", row.serviceName));
}

void ExportPage::makeModels()
{
    m_rows = adjustmentModel(this, false);
    m_byHand = adjustmentModel(this, true);
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
    connect(m_sheet, &QComboBox::activated, this, [this] {
        keepChoice();
        read(); // another sheet may carry other rows
    });
    connect(m_format, &QComboBox::activated, this, &ExportPage::keepChoice);
    m_go = button(QStringLiteral("exportGo"), tr("&Export…"), QStringLiteral("export"), this);
    m_totals = sentence(QStringLiteral("exportTotals"), this);
    m_totals->setFont(typeFont(Type::Strong));
    m_already = sentence(QStringLiteral("exportedAlready"), this);
    m_already->setTone(Tone::Warn);
    m_warnings = sentence(QStringLiteral("exportWarnings"), this);
    m_warnings->setTone(Tone::Warn);
    m_warnings->setMinimumSize(1, m_warnings->fontMetrics().height()); // many words must not make the window larger than the screen
    m_rowTable = new PageTable(m_rows, QStringLiteral("adjustments"), tr("Adjustments to export"), this);
    setFocusProxy(m_rowTable);
    m_byHandTitle = heading(tr("To be entered by hand: not in this sheet"), this);
    m_byHandTable = new PageTable(m_byHand, QStringLiteral("byHand"), tr("Adjustments to enter by hand"), this);
    m_byHandTitle->hide(); // and take no room before they have something to say
    m_byHandTable->hide();
    m_empty = new EmptyState(this);
    m_beforeTitle = heading(tr("Exported before"), this);
    m_beforeTable = new PageTable(m_before, QStringLiteral("handedOver"), tr("Earlier exports"), this);
    auto *sheetLabel = new QLabel(tr("&Sheet"), this);
    sheetLabel->setBuddy(m_sheet);
    auto *formatLabel = new QLabel(tr("F&ormat"), this);
    formatLabel->setBuddy(m_format);
    auto *all = new QVBoxLayout(this);
    roomy(all);
    all->addLayout(inRow({sheetLabel, m_sheet, formatLabel, m_format, m_go, nullptr}));
    all->addWidget(m_totals);
    all->addWidget(m_already);
    all->addWidget(m_warnings);
    all->addWidget(m_empty, 3);
    all->addWidget(m_rowTable, 3);
    all->addWidget(m_byHandTitle);
    all->addWidget(m_byHandTable, 1);
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
        this, [period = *period(), sheet = sheet()](Workspace &workspace) { return previewSheet(workspace, period, sheet); },
        [this, asked = sheet()](Result<SheetPreview> preview) {
            if (!preview)
                complain(preview.error());
            else if (asked == sheet()) // another one was chosen meanwhile: its own answer comes
                show(std::move(preview).value());
        });
}

void ExportPage::show(SheetPreview preview)
{
    const bool any = !preview.rows.empty() || !preview.byHand.empty();
    if (!any)
        m_empty->show(QStringLiteral("export"), tr("Nothing is approved yet"),
            tr("Only approved rows reach the sheet of adjustments. Go through the discrepancies and approve what is to change."),
            tr("Show open discrepancies"));
    m_empty->setVisible(!any);
    m_rowTable->setVisible(any);
    m_go->setEnabled(!preview.rows.empty() && mayWrite());
    showTotals(preview);
    showWarnings(preview);
    m_byHandTitle->setVisible(!preview.byHand.empty());
    m_byHandTable->setVisible(!preview.byHand.empty());
    m_byHand->setRows(std::move(preview.byHand));
    const bool isAnyByHand = std::ranges::any_of(preview.rows, [](const AdjustmentRow &row) { return !row.problem.empty(); });
    m_rowTable->view()->suggestColumnShown(QStringLiteral("problem"), isAnyByHand); // else its room is the others'
    m_rows->setRows(std::move(preview.rows));
    m_beforeTitle->setVisible(!preview.before.empty());
    m_beforeTable->setVisible(!preview.before.empty());
    m_before->setRows(std::move(preview.before));
}

// The sheet's own rows and money; what it cannot carry is a number of its own, never in the sum.
void ExportPage::showTotals(const SheetPreview &preview)
{
    m_totals->setVisible(!preview.rows.empty() || !preview.byHand.empty());
    QString text = tr("%n row(s) in the sheet", nullptr, static_cast<int>(preview.rows.size()));
    if (!preview.rows.empty())
        text += tr(", %1 a month").arg(amountText(totals(preview.rows), true));
    if (const auto unpriced = std::ranges::count_if(preview.rows, [](const AdjustmentRow &row) { return !row.impact; }); unpriced > 0)
        text += tr("; %n of them without a known price, not in the sum", nullptr, static_cast<int>(unpriced));
    m_totals->setText(text);
}

void ExportPage::showWarnings(const SheetPreview &preview)
{
    QString already;
    if (!preview.before.empty() && !preview.rows.empty()) {
        const auto same = std::ranges::find(preview.before, preview.contentHash, &HandedOver::contentHash);
        const HandedOver &last = same != preview.before.end() ? *same : preview.before.front();
        const QString what = tr("%1, %2").arg(toQString(sheetTitle(last.sheet)), toQString(formatName(last.format)));
        already = same != preview.before.end()
            ? tr("Already exported on %1 by %2 (%3): the same content.").arg(timeText(last.at), toQString(last.by), what)
            : tr("Already exported on %1 by %2 (%3), with other content: approvals have changed since.")
                  .arg(timeText(last.at), toQString(last.by), what);
    }
    m_already->setText(already);
    m_already->setVisible(!already.isEmpty());
    QStringList lines;
    const auto inSheet = std::ranges::count_if(preview.rows, [](const AdjustmentRow &row) { return !row.problem.empty(); });
    if (const auto byHand = preview.byHand.size() + static_cast<size_t>(inSheet); byHand > 0)
        lines << tr("%n row(s) have no line that a change sheet could change: they are listed, and entered by hand.", nullptr,
            static_cast<int>(byHand));
    if (preview.rows.empty() && !preview.byHand.empty())
        lines << tr("The sheet would be empty. The sheet \"%1\" has these rows.").arg(toQString(sheetTitle(Sheet::Neutral)));
    for (const std::string &warning : preview.warnings)
        lines << toQString(warning);
    m_warnings->setToolTip(lines.join(QLatin1Char('\n')));         // all of them
    if (const auto more = lines.size() - mostWarnings; more > 0) { // the rows below must keep their room
        lines = lines.mid(0, mostWarnings);
        lines << tr("… and %n more.", nullptr, static_cast<int>(more));
    }
    m_warnings->setText(lines.join(QLatin1Char('\n')));
    m_warnings->setVisible(!lines.isEmpty());
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
