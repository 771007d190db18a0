// The services page and its files: all services read from one file, or written to one.
#include "core/base/text.h"
#include "ui/pages/services/servicespage.h"

namespace br {

void ServicesPage::importRules()
{
    const QString file = prompts().openFile(this, tr("Read services"), tr("Services (*.json);;All files (*)"));
    if (file.isEmpty()
        || !prompts().confirm(this, tr("Replace all services?"), tr("The services of the file take the place of all that are here now."),
            tr("Replace services")))
        return;
    session().ask(
        this, [file = toUtf8(file)](Workspace &workspace) { return importServices(workspace, file); },
        [this](const Result<FileReport> &report) {
            if (!report) {
                complain(report.error());
                return;
            }
            if (!report->rejected.empty()) {
                QStringList reasons;
                for (const RejectedRow &row : report->rejected)
                    reasons << toQString(row.column.empty() ? row.reason : row.column + ": " + row.reason);
                prompts().tell(this, tr("Nothing was stored"),
                    tr("The file has %n problem(s).", nullptr, static_cast<int>(report->rejected.size())), reasons.join(QLatin1Char('\n')));
                return;
            }
            m_shown = {};
            setEdited(false);
            session().tellChanged(Session::Change::Rules);
        });
}

void ServicesPage::exportRules()
{
    const QString file = prompts().saveFile(this, tr("Write services"), QStringLiteral("services.json"), tr("Services (*.json)"));
    if (file.isEmpty())
        return;
    session().ask(
        this, [file = toUtf8(file)](Workspace &workspace) { return exportServices(workspace, file); },
        [this, file](const Status &written) {
            if (!written)
                complain(written.error());
            else
                emit told(tr("Services written to %1.").arg(file));
        });
}

} // namespace br
