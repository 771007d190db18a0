// The import dialog's question of the layout: which there are, and the one that a person makes of an unknown file's columns.
#include "core/base/text.h"
#include "ui/dialogs/columnmapping.h"
#include "ui/dialogs/importdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace br {

void ImportDialog::readLayouts(const QString &choose)
{
    struct Known {
        std::vector<std::pair<std::string, std::string>> choices;
        std::vector<LayoutProfile> kept;
    };
    m_session.ask(
        this,
        [](Workspace &workspace) -> Result<Known> {
            auto choices = layoutChoices(workspace);
            auto kept = profiles(workspace);
            if (!choices || !kept)
                return choices ? kept.error() : choices.error();
            return Known{std::move(*choices), std::move(*kept)};
        },
        [this, choose](const Result<Known> &known) {
            if (!known) {
                m_problems->setText(toQString(known.error().message));
                return;
            }
            {
                const QSignalBlocker quiet(m_layout);
                m_layout->clear();
                for (const auto &[id, title] : known->choices)
                    m_layout->addItem(id == "auto" ? tr("Find out by the header") : toQString(title), toQString(id));
                m_layout->setCurrentIndex(std::max(0, m_layout->findData(choose)));
            }
            m_kept.clear();
            for (const LayoutProfile &profile : known->kept)
                m_kept << toQString(profile.name);
            preview();
        });
}

QString ImportDialog::keptLayout() const
{
    const QString chosen = m_layout->currentData().toString();
    if (m_kept.contains(chosen))
        return chosen;
    const QString found = m_shown ? toQString(m_shown->layout) : QString();
    return m_kept.contains(found) ? found : QString();
}

void ImportDialog::forgetLayout()
{
    const QString name = keptLayout();
    if (name.isEmpty()
        || !m_prompts.confirm(this, tr("Forget the layout?"),
            tr("Files that only “%1” fits are unknown from then on, until their columns are said again. What was imported stays as it is.")
                .arg(name),
            tr("Forget layout")))
        return;
    m_session.ask(
        this, [name = toUtf8(name)](Workspace &workspace) { return removeProfile(workspace, name); },
        [this](const Status &removed) {
            if (!removed)
                m_problems->setText(toQString(removed.error().message));
            else
                readLayouts(QStringLiteral("auto"));
        });
}

QStringList ImportDialog::layoutNames() const
{
    QStringList names;
    for (int i = 0; i < m_layout->count(); ++i)
        names << m_layout->itemData(i).toString();
    return names;
}

void ImportDialog::saveMapping(bool thenImport)
{
    if (!m_shown)
        return;
    const std::string name = toUtf8(m_mapping->name());
    m_session.ask(
        this,
        [name, side = side(), preview = *m_shown, mapping = m_mapping->mapping(), isAdapted = m_mapping->isAdapting()](
            Workspace &workspace) {
            return isAdapted ? saveAdapted(workspace, name, preview, mapping) : saveProfile(workspace, name, side, preview, mapping);
        },
        [this, name, thenImport](const Status &saved) {
            if (!saved) {
                m_problems->setText(toQString(saved.error().message));
            } else if (thenImport) {
                // The other files of the import have layouts of their own; found by itself, this one's is the one that was made for it.
                if (m_layout->currentIndex() > 0) {
                    const QSignalBlocker quiet(m_layout);
                    if (m_layout->findData(toQString(name)) < 0)
                        m_layout->addItem(toQString(name), toQString(name));
                    m_layout->setCurrentIndex(m_layout->findData(toQString(name)));
                }
                accept();
            } else {
                readLayouts(toQString(name));
            }
        });
}

} // namespace br
