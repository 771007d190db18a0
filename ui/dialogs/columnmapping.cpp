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
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("&Keep as layout"), this))
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
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->addWidget(area, 1);
    column->addLayout(row);
    connect(m_save, &QPushButton::clicked, this, &ColumnMapping::saveWanted);
    connect(m_name, &QLineEdit::textChanged, this, &ColumnMapping::check);
}

void ColumnMapping::show(const std::vector<MappableField> &fields, const FilePreview &preview, const QStringList &taken)
{
    while (m_form->rowCount() > 0)
        m_form->removeRow(0);
    m_fields.clear();
    for (const MappableField &field : fields) {
        auto *choice = new QComboBox(this);
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(8); // a long header must not push the form out of its pane
        choice->addItem(tr("(no column)"), -1);
        for (size_t i = 0; i < preview.header.size(); ++i)
            choice->addItem(toQString(preview.header[i]), static_cast<int>(i));
        const auto found = preview.mapping.find(field.name);
        if (found != preview.mapping.end())
            choice->setCurrentIndex(choice->findData(found->second));
        const QString label = fieldWords(field.name);
        choice->setObjectName(QStringLiteral("map-") + toQString(field.name));
        choice->setAccessibleName(tr("Column for %1").arg(label));
        m_form->addRow(field.required ? tr("%1 (needed)").arg(label) : label, choice);
        m_fields.emplace_back(field, choice);
        connect(choice, &QComboBox::currentIndexChanged, this, &ColumnMapping::check);
    }
    if (m_name->text().isEmpty())
        m_name->setText(nameFor(QFileInfo(toQString(preview.file)).completeBaseName(), taken));
    check();
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
    return !name().isEmpty()
        && std::ranges::all_of(m_fields, [](const auto &one) { return !one.first.required || one.second->currentData().toInt() >= 0; });
}

void ColumnMapping::check()
{
    m_save->setEnabled(isComplete());
    emit changed();
}

} // namespace br
