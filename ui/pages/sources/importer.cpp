#include "ui/pages/sources/importer.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/importreportdialog.h"

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
            return Known{std::move(known).value(), std::move(months).value(), workspace.environment().clock->today()};
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
    ImportDialog dialog(*m_context.session, *m_context.prompts, {known.sources, known.periods, month, source, files}, m_window);
    if (m_context.prompts->run(dialog) == QDialog::Accepted)
        run(dialog.request(), dialog.newSource());
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
            if (dialog.wantsForce()) {
                ImportRequest again = request;
                again.force = true;
                run(again, {});
            }
        });
}

} // namespace br
