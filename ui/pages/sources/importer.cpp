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

void Importer::begin(const QStringList &files, const SourceName &source, const std::optional<Period> &period)
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
        [this, files, source, period](const Result<Known> &known) {
            if (known)
                ask(*known, files, source, period);
            else
                emit failed(known.error());
        });
}

void Importer::ask(const Known &known, const QStringList &files, const SourceName &source, const std::optional<Period> &period)
{
    // Without any month yet: the last one that is over is the one being billed.
    const Period month = period.value_or(Period::of(known.today).previous());
    ImportDialog dialog(
        *m_context.session, *m_context.prompts, {known.sources, known.periods, known.layouts, month, source, files}, m_window);
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
        [request, fresh](Workspace &workspace, Progress &progress) -> Result<ImportReport> {
            if (fresh) {
                const Status added = addSource(workspace, *fresh);
                if (!added)
                    return added.error();
            }
            return importFiles(workspace, request, progress);
        },
        [this, request](const Result<ImportReport> &report) {
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
                QStringList files;
                for (const std::string &file : request.files)
                    files.append(toQString(file));
                begin(files, request.source, request.period);
            } else if (dialog.wantsForce() && isSure(*report)) {
                ImportRequest again = request;
                again.force = true;
                run(again, {});
            }
        });
}

} // namespace br
