#include "ui/pages/sources/syncer.h"

#include "core/base/text.h"
#include "ui/dialogs/secretsdialog.h"
#include "ui/models/cells.h"
#include "ui/widgets/syncboard.h"

#include <QDesktopServices>
#include <QUrl>

namespace br {

Syncer::Syncer(const PageContext &context, SyncBoard *board, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_board(board)
    , m_window(window)
    , m_sync(*context.session)
{
    m_sync.setPrompt([this](const Sync::Question &question) { return ask(question); });
    m_sync.setBrowser([](const std::string &url) { return QDesktopServices::openUrl(QUrl::fromEncoded(QByteArray::fromStdString(url))); });
    connect(&m_sync, &Sync::started, this, [this](const SourceName &source) {
        m_board->begin(toQString(source.text));
        emit runningChanged();
    });
    connect(&m_sync, &Sync::stepped, this, [this](const SourceName &source, const Sync::Step &step) {
        m_board->step(toQString(source.text), step.what, step.rows, step.waitSeconds);
    });
    connect(&m_sync, &Sync::finished, this, &Syncer::show);
    connect(&m_sync, &Sync::tested, this, [this](const SourceName &source, const Result<ConnectionReport> &result) {
        QStringList facts;
        for (const std::string &fact : result ? result->facts : std::vector<std::string>())
            facts << toQString(fact);
        m_board->end(toQString(source.text), result ? SyncBoard::Outcome::Done : SyncBoard::Outcome::Failed,
            result ? tr("The connection works. %1").arg(facts.join(QLatin1Char(' '))) : toQString(result.error().message));
    });
    connect(&m_sync, &Sync::signedIn, this, [this](const SourceName &source, const Status &result) {
        m_board->end(toQString(source.text), result ? SyncBoard::Outcome::Done : SyncBoard::Outcome::Failed,
            result ? tr("Signed in. It can be synced now.") : toQString(result.error().message));
    });
    connect(&m_sync, &Sync::allFinished, this, &Syncer::runningChanged);
    connect(&m_sync, &Sync::startFailed, this, &Syncer::failed);
    connect(m_board, &SyncBoard::cancelWanted, this, [this](const QString &source) { m_sync.cancel(SourceName(toUtf8(source))); });
}

void Syncer::sync(const SourceName &source, Period period) { m_sync.start(source, period); }

void Syncer::syncAll(Period period) { m_sync.startAll(period); }

std::optional<Sync::Answer> Syncer::ask(const Sync::Question &question)
{
    const QString why = question.canKeep
        ? tr("This source's sign-in is not in the keychain yet. What you enter goes there and nowhere else.")
        : tr("%1 What you enter is used for this sync only and then forgotten.").arg(toQString(question.why.message));
    SecretsDialog dialog(toQString(question.source.text), toQString(question.vendorName), question.fields, why, question.canKeep, m_window);
    if (m_context.prompts->run(dialog) != QDialog::Accepted)
        return {};
    return Sync::Answer{dialog.secrets(), dialog.keeps()};
}

void Syncer::show(const SourceName &source, const SyncReport &report)
{
    const SyncAttempt &attempt = report.attempt;
    const QString name = toQString(source.text);
    const QString reason = toQString(attempt.reason);
    switch (attempt.outcome) {
    case SyncOutcome::Done:
        m_board->end(
            name, SyncBoard::Outcome::Done, tr("%1 rows for %2").arg(countText(report.import.batch.rowsKept), periodText(attempt.period)));
        break;
    case SyncOutcome::Held:
        m_board->end(name, SyncBoard::Outcome::Held, tr("Held, not in force: %1").arg(reason));
        break;
    case SyncOutcome::Incomplete:
        m_board->end(name, SyncBoard::Outcome::Failed, tr("Incomplete, nothing was changed: %1").arg(reason));
        break;
    case SyncOutcome::Failed:
        m_board->end(name, SyncBoard::Outcome::Failed, reason);
        break;
    case SyncOutcome::Cancelled:
        m_board->end(name, SyncBoard::Outcome::Cancelled, tr("Cancelled; nothing was changed."));
        break;
    }
    emit synced(report);
}

} // namespace br
