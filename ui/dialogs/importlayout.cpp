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
    using Choices = std::vector<std::pair<std::string, std::string>>;
    m_session.ask(
        this,
        [](Workspace &workspace) -> Result<Choices> {
            auto choices = layoutChoices(workspace);
            auto own = profiles(workspace);
            if (!choices || !own)
                return choices ? own.error() : choices.error();
            for (const LayoutProfile &profile : *own) {
                const auto known
                    = std::find_if(choices->begin(), choices->end(), [&](const auto &choice) { return choice.first == profile.name; });
                if (known == choices->end())
                    choices->emplace_back(profile.name, profile.name);
            }
            return choices;
        },
        [this, choose](const Result<Choices> &choices) {
            if (!choices) {
                m_problems->setText(toQString(choices.error().message));
                return;
            }
            {
                const QSignalBlocker quiet(m_layout);
                m_layout->clear();
                for (const auto &[id, title] : *choices)
                    m_layout->addItem(id == "auto" ? tr("Find out by the header") : toQString(title), toQString(id));
                m_layout->setCurrentIndex(std::max(0, m_layout->findData(choose)));
            }
            preview();
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
                const QSignalBlocker quiet(m_layout);
                if (m_layout->findData(toQString(name)) < 0)
                    m_layout->addItem(toQString(name), toQString(name));
                m_layout->setCurrentIndex(m_layout->findData(toQString(name)));
                accept();
            } else {
                readLayouts(toQString(name));
            }
        });
}

} // namespace br
