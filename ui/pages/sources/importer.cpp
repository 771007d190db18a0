#include "ui/pages/sources/importer.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/importreportdialog.h"
#include "ui/models/cells.h"

namespace br {

Importer::Importer(const PageContext &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
}

namespace {

// A source that is made for an import is there only if the import is: a name typed for a file that was refused would stay for good
// and be told as a source without data in every month.
Result<ImportReport> importInto(Workspace &workspace, const ImportRequest &request, const std::optional<Source> &fresh, Progress &progress)
{
    if (fresh) {
        if (const Status added = addSource(workspace, *fresh); !added)
            return added.error();
    }
    auto report = importFiles(workspace, request, progress);
    if (fresh && (!report || report->refused)) {
        if (const Status removed = removeSource(workspace, fresh->name); !removed)
            return removed.error();
    }
    return report;
}

} // namespace

void Importer::begin(const QStringList &files, const SourceName &source, const std::optional<Period> &period)
{
    readKnown({files, source, period, {}});
}

void Importer::beginAgain(const ImportRequest &refused, const std::optional<Source> &fresh)
{
    QStringList files;
    for (const std::string &file : refused.files)
        files.append(toQString(file));
    readKnown({files, fresh ? SourceName() : refused.source, refused.period, fresh});
}

void Importer::readKnown(const Start &start)
{
    m_context.session->ask(
        this,
        [](Workspace &workspace) -> Result<Known> {
            auto known = sources(workspace);
            if (!known)
                return known.error();
            auto months = periods(workspace);
            if (!months)
                return months.error();
            auto layouts = layoutsUsed(workspace);
            if (!layouts)
                return layouts.error();
            return Known{
                std::move(known).value(), std::move(months).value(), std::move(layouts).value(), workspace.environment().clock->today()};
        },
        [this, start](const Result<Known> &known) {
            if (known)
                ask(*known, start);
            else
                emit failed(known.error());
        });
}

void Importer::ask(const Known &known, const Start &start)
{
    // Without any month yet: the last one that is over is the one being billed.
    const Period month = start.period.value_or(Period::of(known.today).previous());
    ImportDialog dialog(*m_context.session, *m_context.prompts,
        {known.sources, known.periods, known.layouts, month, start.source, start.files, start.fresh}, m_window);
    if (m_context.prompts->run(dialog) == QDialog::Accepted)
        run(dialog.request(), dialog.newSource());
}

// Once more in plain words: what is forced in counts like any other import.
bool Importer::isSure(const ImportReport &report) const
{
    const QString source = toQString(report.batch.source.text);
    const QString month = periodText(report.batch.period);
    const QString text = report.why == Refusal::OtherMonth
        ? tr("The file is of another month. Its numbers become those of %1 for %2.").arg(month, source)
        : report.why == Refusal::TooManyRejected
        ? tr("%n row(s) are left out. What remains becomes the count of %1 for %2.", nullptr, static_cast<int>(report.batch.rowsRejected))
              .arg(month, source)
        : tr("What is in the files becomes the count of %1 for %2.").arg(month, source);
    return m_context.prompts->confirm(
        m_window, tr("Import anyway?"), toQString(report.refused->message) + QStringLiteral("\n\n") + text, tr("Import anyway"));
}

void Importer::run(const ImportRequest &request, const std::optional<Source> &fresh)
{
    m_context.session->askLong(
        this, tr("Importing into %1").arg(toQString(request.source.text)),
        [request, fresh](Workspace &workspace, Progress &progress) { return importInto(workspace, request, fresh, progress); },
        [this, request, fresh](const Result<ImportReport> &report) {
            m_context.session->tellChanged(Session::Change::Sources);
            if (!report) {
                emit failed(report.error());
                return;
            }
            if (!report->refused)
                emit imported(report->batch);
            ImportReportDialog dialog(*report, m_window);
            m_context.prompts->run(dialog);
            if (dialog.wantsAnother()) {
                beginAgain(request, fresh);
            } else if (dialog.wantsForce() && isSure(*report)) {
                ImportRequest again = request;
                again.force = true;
                run(again, fresh);
            }
        });
}

} // namespace br
