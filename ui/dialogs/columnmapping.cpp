#include "ui/dialogs/columnmapping.h"

#include "core/base/text.h"
#include "ui/dialogs/fieldwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>

#include <algorithm>
#include <set>

namespace br {

namespace {

// The file's name without its month: the layout is for the next ones too. Not that of another layout, which would be replaced.
QString nameFor(const QString &file, const QStringList &taken)
{
    static const QRegularExpression date(QStringLiteral("[-_. ]*20\\d\\d[-_.]?(0[1-9]|1[0-2])([-_.]?[0-3]\\d)?[-_. ]*"));
    QString name = file;
    name.replace(date, QStringLiteral(" "));
    name = name.trimmed().isEmpty() ? file : name.trimmed();
    QString free = name;
    for (int number = 2; taken.contains(free, Qt::CaseInsensitive); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

} // namespace

ColumnMapping::ColumnMapping(QWidget *parent)
    : QGroupBox(tr("Which column is what"), parent)
    , m_form(nullptr)
    , m_what(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("&Keep as layout"), this))
    , m_other(new QPushButton(this))
{
    setObjectName(QStringLiteral("columnMapping"));
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setFrameShape(QFrame::NoFrame);
    auto *inside = new QWidget(area);
    m_form = new QFormLayout(inside);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    area->setWidget(inside);
    m_name->setObjectName(QStringLiteral("layoutName"));
    m_name->setAccessibleName(tr("Name of the layout"));
    m_name->setPlaceholderText(tr("Name of the layout"));
    m_save->setObjectName(QStringLiteral("saveLayout"));
    m_save->setAutoDefault(false);
    m_save->setToolTip(tr("Files with these columns are recognised next time"));
    m_what->setObjectName(QStringLiteral("mappingWhat"));
    m_what->setWordWrap(true);
    m_other->setObjectName(QStringLiteral("mappingOther"));
    m_other->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addWidget(area, 1);
    column->addWidget(m_other, 0, Qt::AlignLeft);
    column->addLayout(row);
    connect(m_other, &QPushButton::clicked, this, [this] {
        m_isAdapting = !m_isAdapting;
        showFields();
    });
    connect(m_save, &QPushButton::clicked, this, &ColumnMapping::saveWanted);
    connect(m_name, &QLineEdit::textChanged, this, &ColumnMapping::check);
}

void ColumnMapping::show(const std::vector<MappableField> &fields, const FilePreview &preview, const QStringList &taken)
{
    m_all = fields;
    m_preview = preview;
    m_taken = taken;
    m_isAdapting = preview.nearest.has_value();
    showFields();
}

void ColumnMapping::showFields()
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    m_what->setVisible(m_isAdapting);
    m_other->setVisible(m_preview.nearest.has_value());
    m_other->setText(m_isAdapting ? tr("Say &every column instead") : tr("Only what &differs"));
    const QString file = QFileInfo(toQString(m_preview.file)).completeBaseName();
    QString name = nameFor(file, m_taken);
    if (m_isAdapting) {
        const NearLayout &nearest = *m_preview.nearest;
        const QString title = toQString(nearest.title);
        m_what->setText(nearest.missing.empty()
                ? tr("It has all that %1 needs; only a heading that such files are told by has changed. Is it one?").arg(title)
                : tr("It is nearly %1. Which columns are these now?").arg(title));
        std::set<std::string> asked; // a column may be wanted for several things
        for (const MappableField &field : nearest.missing) {
            if (!asked.insert(field.heading).second)
                continue;
            const auto proposed = nearest.proposed.find(field.name);
            addField(field, toQString(field.heading), proposed == nearest.proposed.end() ? -1 : proposed->second);
        }
        // A layout that a person made learns the new name where that looks like the old one; a shipped one stays as it is.
        const bool isLearned = nearest.isProfile && std::ranges::all_of(nearest.missing, [&](const MappableField &field) {
            return !field.required || nearest.proposed.contains(field.name);
        });
        name = isLearned ? title : nameFor(title, m_taken + QStringList{title});
    } else {
        for (const MappableField &field : m_all) {
            const auto found = m_preview.mapping.find(field.name);
            addField(field, fieldWords(field.name), found == m_preview.mapping.end() ? -1 : found->second);
        }
    }
    if (m_name->text().isEmpty() || m_name->text() == m_proposedName)
        m_name->setText(name);
    m_proposedName = name;
    check();
}

void ColumnMapping::addField(const MappableField &field, const QString &label, int chosen)
{
    auto *choice = new QComboBox(this);
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(8); // a long header must not push the form out of its pane
    choice->addItem(tr("(no column)"), -1);
    for (size_t i = 0; i < m_preview.header.size(); ++i) {
        const int column = static_cast<int>(i);
        if (!m_isAdapting || std::ranges::find(m_preview.nearest->free, column) != m_preview.nearest->free.end())
            choice->addItem(toQString(m_preview.header[i]), column);
    }
    choice->setCurrentIndex(choice->findData(chosen));
    choice->setObjectName(QStringLiteral("map-") + toQString(field.name));
    choice->setAccessibleName(tr("Column for %1").arg(label));
    m_form->addRow(field.required ? tr("%1 (needed)").arg(label) : label, choice);
    m_fields.emplace_back(field, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, &ColumnMapping::check);
}

std::map<std::string, int> ColumnMapping::mapping() const
{
    std::map<std::string, int> chosen;
    for (const auto &[field, choice] : m_fields) {
        if (choice->currentData().toInt() >= 0)
            chosen[field.name] = choice->currentData().toInt();
    }
    return chosen;
}

QString ColumnMapping::name() const { return m_name->text().trimmed(); }

bool ColumnMapping::isComplete() const
{
    if (name().isEmpty())
        return false;
    std::set<int> chosen;
    for (const auto &[field, choice] : m_fields) {
        const int column = choice->currentData().toInt();
        const bool isTwice = m_isAdapting && column >= 0 && !chosen.insert(column).second; // one column for two of the layout's
        if (isTwice || (field.required && column < 0))
            return false;
    }
    return true;
}

void ColumnMapping::check()
{
    m_save->setEnabled(isComplete());
    emit changed();
}

} // namespace br
