// The import dialog's question of the source: which one is proposed for a file, and when a chosen one is doubted.
#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "ui/dialogs/importdialog.h"
#include "ui/models/cells.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

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

bool ImportDialog::findsSide() const { return !isChosen() || (isNew() && !m_isSideByHand); }

Result<ImportDialog::SidedPreview> ImportDialog::previewOfSide(
    Workspace &workspace, const ImportRequest &asked, const std::string &file, const std::optional<Source> &fresh, Side side)
{
    auto preview = fresh ? previewFile(workspace, *fresh, asked, file) : previewFile(workspace, asked, file);
    if (!preview)
        return preview.error();
    SidedPreview found{std::move(preview).value(), side};
    if (found.preview.layout.empty()) {
        const auto other = previewFile(workspace, Source{{}, side == Side::Psa ? Side::Vendor : Side::Psa, "file", "{}"}, asked, file);
        found.isOfOtherSide = other && !other->layout.empty();
    }
    return found;
}

Result<ImportDialog::SidedPreview> ImportDialog::previewOfEitherSide(
    Workspace &workspace, const ImportRequest &asked, const std::string &file, Side otherwise)
{
    const auto as = [&](Side side) -> Result<SidedPreview> {
        auto preview = previewFile(workspace, Source{{}, side, "file", "{}"}, asked, file);
        if (!preview)
            return preview.error();
        return SidedPreview{std::move(preview).value(), side};
    };
    for (const Side side : {Side::Vendor, Side::Psa}) {
        auto found = as(side);
        if (found && !found->preview.layout.empty() && !found->preview.isOtherSideNearer)
            return found;
    }
    return as(otherwise);
}

Result<std::optional<Batch>> ImportDialog::batchInForce(Workspace &workspace, const SourceName &source, Period period)
{
    const auto rows = sourceRows(workspace, period);
    if (!rows)
        return rows.error();
    const auto own = std::ranges::find(*rows, source, [](const SourceRow &row) { return row.source.name; });
    return own == rows->end() ? std::optional<Batch>() : own->batch;
}

// The side is the file's own; the name is that of the program it comes from, to be written over.
void ImportDialog::proposeNew(const SidedPreview &found)
{
    if (!isNew() || found.preview.layout.empty())
        return;
    if (!m_isSideByHand) {
        const QSignalBlocker quiet(m_newSide);
        m_newSide->setCurrentIndex(m_newSide->findData(static_cast<int>(found.side)));
    }
    if (m_newName->text() != m_proposedName)
        return;
    auto name = toQString(found.preview.layout).section(QLatin1Char('-'), 0, 0).toLower();
    if (name == QLatin1String("minimal"))
        name = found.side == Side::Psa ? QStringLiteral("psa") : QString();
    if (name == QLatin1String("vendor") || name.contains(QLatin1Char(' ')) || m_source->findData(name) >= 0)
        name.clear();
    m_proposedName = name;
    m_newName->setText(name);
    m_newName->selectAll();
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
    if (doubt.isEmpty() && m_shown && m_inForce && isChosen() && !isNew()) // a part of a month would be all that counts of it
        doubt = tr("%1 has %n row(s) of %2 already: this import takes the place of all that and adds nothing to it.", nullptr,
            static_cast<int>(m_inForce->rowsKept))
                    .arg(m_source->currentData().toString(), periodText(m_inForce->period));
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
