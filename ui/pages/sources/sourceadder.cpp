#include "ui/pages/sources/sourceadder.h"

#include "core/base/text.h"
#include "core/session/trial.h"
#include "core/workspace/sourcing.h"
#include "ui/dialogs/addsourcedialog.h"

namespace br {

namespace {

// What became of the secrets of a source that was just added.
struct Kept {
    std::optional<Error> trouble; // the source is there, its secrets are asked for at each sync
};

Result<Kept> storeWithSecrets(Workspace &workspace, const Source &source, const std::map<std::string, Secret> &secrets, bool isNew)
{
    std::vector<std::string> fields;
    for (const auto &[field, secret] : secrets)
        fields.push_back(field);
    const Status done = isNew ? addSource(workspace, source) : editSource(workspace, source.name, source.settings, fields);
    if (!done)
        return done.error();
    auto *store = workspace.environment().secrets;
    Kept kept;
    for (const auto &[field, secret] : secrets) {
        if (!store)
            return Kept{noKeychain()};
        const auto key = secretKeyFor(workspace, source.name, field);
        if (!key)
            return key.error();
        if (const Status written = store->write(*key, secret); !written)
            kept.trouble = written.error();
    }
    return kept;
}

} // namespace

SourceAdder::SourceAdder(const PageContext &context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{
}

void SourceAdder::begin() { read({}); }

void SourceAdder::edit(const SourceName &source) { read(source); }

void SourceAdder::read(const SourceName &edited)
{
    m_context.session->ask(
        this,
        [](Workspace &workspace) -> Result<Known> {
            auto choice = vendorChoice(workspace);
            if (!choice)
                return choice.error();
            auto known = sources(workspace);
            if (!known)
                return known.error();
            auto *store = workspace.environment().secrets;
            return Known{std::move(*choice), std::move(*known), store ? store->probe() : Status(noKeychain()),
                store ? store->where() : std::string()};
        },
        [this, edited](const Result<Known> &known) {
            if (known)
                ask(*known, edited);
            else
                emit failed(known.error());
        });
}

void SourceAdder::ask(const Known &known, const SourceName &edited)
{
    AddSourceDialog::Known shown;
    shown.vendors = known.choice.vendors;
    for (const Source &source : known.sources) {
        shown.taken.push_back(source.name);
        if (source.name == edited)
            shown.edited = source;
    }
    const bool isNew = !shown.edited;
    shown.keychain = known.keychain
        ? tr("Secrets go into %1 and nowhere else: not into the workspace, not into a log.").arg(toQString(known.keychainName))
        : tr("%1 The secrets are asked for at each sync and never stored.").arg(toQString(known.keychain.error().message));
    for (const ManifestProblem &problem : known.choice.problems) {
        if (problem.isError)
            shown.problems = tr("Your own manifest %1 cannot be used: %2").arg(toQString(problem.file), toQString(problem.what));
    }
    Trial trial(*m_context.session);
    AddSourceDialog dialog(
        std::move(shown), *m_context.prompts,
        [&trial, isNew](const Source &draft, const std::map<std::string, Secret> &secrets) { trial.start(draft, secrets, !isNew); },
        m_window);
    connect(&trial, &Trial::done, &dialog, &AddSourceDialog::testShown);
    if (m_context.prompts->run(dialog) == QDialog::Accepted)
        store(dialog.source(), dialog.secrets(), isNew, dialog.syncsNow());
}

void SourceAdder::store(const Source &source, const std::map<std::string, Secret> &secrets, bool isNew, bool syncNow)
{
    m_context.session->ask(
        this, [source, secrets, isNew](Workspace &workspace) { return storeWithSecrets(workspace, source, secrets, isNew); },
        [this, name = source.name, isNew, syncNow](const Result<Kept> &kept) {
            m_context.session->tellChanged(Session::Change::Sources);
            if (!kept) {
                emit failed(kept.error());
                return;
            }
            if (kept->trouble)
                m_context.prompts->tell(m_window, tr("Secrets are not kept"),
                    (isNew ? tr("%1 was added. Its secrets could not be kept and will be asked for at each sync.")
                           : tr("%1 was changed. Its secrets could not be kept and will be asked for at each sync."))
                        .arg(toQString(name.text)),
                    toQString(kept->trouble->message));
            emit added(name, syncNow);
        });
}

} // namespace br
