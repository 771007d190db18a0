// The import dialog's question of the source: which one is proposed for a file, and when a chosen one is doubted.
#include "core/base/text.h"
#include "ui/dialogs/importdialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>

namespace br {

bool ImportDialog::isChosen() const { return m_source->currentIndex() >= 0; }

bool ImportDialog::isNew() const { return isChosen() && m_source->currentData().toString().isEmpty(); }

// The one source that had files of this layout before; where there are several, or none, a person has to say.
void ImportDialog::proposeSource(const std::string &layout)
{
    if (m_isByHand || layout.empty())
        return;
    int proposed = -1;
    int known = 0;
    for (const auto &[source, layouts] : m_given.layouts) {
        const int place = m_source->findData(toQString(source.text));
        if (place < 0 || !layouts.contains(layout))
            continue;
        ++known;
        proposed = place;
    }
    m_isProposing = true;
    m_source->setCurrentIndex(known == 1 ? proposed : -1);
    m_isProposing = false;
}

void ImportDialog::warnOfOtherSource()
{
    QString doubt;
    const SourceName chosen(toUtf8(m_source->currentData().toString()));
    if (!isChosen() && m_files->count() > 0) {
        doubt = tr("Choose the source that these files are of.");
    } else if (m_shown && !m_shown->layout.empty() && !isNew()) {
        const auto own = m_given.layouts.find(chosen);
        QStringList others;
        for (const auto &[source, layouts] : m_given.layouts) {
            if (source != chosen && layouts.contains(m_shown->layout))
                others.append(toQString(source.text));
        }
        if (!others.isEmpty() && (own == m_given.layouts.end() || !own->second.contains(m_shown->layout)))
            doubt = tr("%1 has never had a file of this kind; %2 has. Is it the right source?")
                        .arg(m_source->currentData().toString(), others.join(QStringLiteral(", ")));
    }
    m_doubt->setText(doubt);
    m_doubt->setVisible(!doubt.isEmpty());
}

Side ImportDialog::side() const
{
    for (const Source &source : m_given.sources) {
        if (toQString(source.name.text) == m_source->currentData().toString())
            return source.side;
    }
    return static_cast<Side>(m_newSide->currentData().toInt());
}

std::optional<Source> ImportDialog::newSource() const
{
    if (!isNew())
        return {};
    return Source{SourceName(toUtf8(m_newName->text().trimmed())), side(), "file", "{}"};
}

} // namespace br
