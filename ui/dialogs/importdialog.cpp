#include "ui/dialogs/importdialog.h"

#include "core/base/text.h"
#include "ui/dialogs/columnmapping.h"
#include "ui/models/cells.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableWidget>

#include <set>

namespace br {

namespace {

QString separatorName(char separator)
{
    switch (separator) {
    case ',':
        return ImportDialog::tr("commas");
    case ';':
        return ImportDialog::tr("semicolons");
    case '\t':
        return ImportDialog::tr("tabs");
    default:
        return QString(QLatin1Char(separator));
    }
}

} // namespace

ImportDialog::ImportDialog(Session &session, Prompts &prompts, Given given, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_given(std::move(given))
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(tr("Import files"));
    resize(960, 640);
    makeParts();
    fillChoices();
    addFiles(m_given.files);
    readLayouts(QStringLiteral("auto"));
    check();
}

void ImportDialog::makeParts()
{
    const auto combo = [this](const QString &name, const QString &accessible) {
        auto *made = new QComboBox(this);
        made->setObjectName(name);
        made->setAccessibleName(accessible);
        return made;
    };
    m_source = combo(QStringLiteral("importSource"), tr("Source"));
    m_newName = new QLineEdit(this);
    m_newName->setObjectName(QStringLiteral("newSourceName"));
    m_newName->setAccessibleName(tr("Name of the new source"));
    m_newName->setPlaceholderText(tr("Name, for example connectwise or huntress"));
    m_newSide = combo(QStringLiteral("newSourceSide"), tr("What the new source brings"));
    m_newSide->addItem(tr("Vendor: what is used"), static_cast<int>(Side::Vendor));
    m_newSide->addItem(tr("PSA: what is billed"), static_cast<int>(Side::Psa));
    m_period = combo(QStringLiteral("importPeriod"), tr("Month of the files"));
    m_layout = combo(QStringLiteral("importLayout"), tr("Layout of the files"));
    m_forget = new QPushButton(tr("F&orget layout…"), this);
    m_forget->setObjectName(QStringLiteral("forgetLayout"));
    m_forget->setAutoDefault(false);
    m_forget->setToolTip(tr("Its columns were said wrongly, or it is no longer needed"));
    m_forget->hide();
    m_files = new QListWidget(this);
    m_files->setObjectName(QStringLiteral("importFiles"));
    m_files->setAccessibleName(tr("Files"));
    m_files->setMaximumHeight(84);
    m_source->setPlaceholderText(tr("Choose a source…"));
    m_doubt = new QLabel(this);
    m_doubt->setObjectName(QStringLiteral("importDoubt"));
    m_doubt->setFont(typeFont(Type::Strong));
    m_doubt->setWordWrap(true);
    m_doubt->hide();
    m_found = new QLabel(this);
    m_found->setWordWrap(true);
    m_problems = new QLabel(this);
    m_problems->setObjectName(QStringLiteral("importProblems"));
    m_problems->setWordWrap(true);
    m_table = new QTableWidget(this);
    m_table->setObjectName(QStringLiteral("importPreview"));
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->setDefaultSectionSize(space::rowHeight);
    m_table->setTabKeyNavigation(false);
    m_mapping = new ColumnMapping(this);
    m_mapping->hide();
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("importGo"));

    auto *sourceRow = new QWidget(this);
    auto *line = new QHBoxLayout(sourceRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_source);
    line->addWidget(m_newName, 1);
    line->addWidget(m_newSide);
    layOut(sourceRow);

    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        m_isByHand = !m_isProposing;
        check();
        preview();
    });
    connect(m_newName, &QLineEdit::textChanged, this, &ImportDialog::check);
    connect(m_newSide, &QComboBox::currentIndexChanged, this, [this] {
        m_isSideByHand = true;
        preview();
    });
    connect(m_period, &QComboBox::currentIndexChanged, this, &ImportDialog::preview);
    connect(m_layout, &QComboBox::currentIndexChanged, this, &ImportDialog::preview);
    connect(m_files, &QListWidget::currentRowChanged, this, &ImportDialog::preview);
    connect(m_forget, &QPushButton::clicked, this, &ImportDialog::forgetLayout);
    connect(m_mapping, &ColumnMapping::saveWanted, this, [this] { saveMapping(false); });
    connect(m_mapping, &ColumnMapping::changed, this, &ImportDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        if (m_mapping->isVisibleTo(this))
            saveMapping(true);
        else
            accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ImportDialog::layOut(QWidget *sourceRow)
{
    auto *choose = new QPushButton(tr("&Choose files…"), this);
    choose->setObjectName(QStringLiteral("chooseFiles"));
    choose->setAutoDefault(false);
    auto *remove = new QPushButton(tr("&Remove"), this);
    remove->setObjectName(QStringLiteral("removeFile"));
    remove->setAutoDefault(false);
    auto *fileButtons = new QVBoxLayout;
    fileButtons->addWidget(choose);
    fileButtons->addWidget(remove);
    fileButtons->addStretch(1);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_files, 1);
    fileRow->addLayout(fileButtons);
    auto *form = new QFormLayout;
    form->addRow(tr("&Source"), sourceRow);
    form->addRow(tr("&Month"), m_period);
    form->addRow(tr("Files"), fileRow);
    auto *layoutRow = new QHBoxLayout;
    layoutRow->addWidget(m_layout, 1);
    layoutRow->addWidget(m_forget);
    form->addRow(tr("&Layout"), layoutRow);
    qobject_cast<QLabel *>(form->labelForField(layoutRow))->setBuddy(m_layout);
    qobject_cast<QLabel *>(form->labelForField(sourceRow))->setBuddy(m_source);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_table, 3);
    middle->addWidget(m_mapping, 2);
    auto *all = new QVBoxLayout(this);
    all->addLayout(form);
    all->addWidget(m_doubt);
    all->addWidget(m_found);
    all->addWidget(m_problems);
    all->addLayout(middle, 1);
    all->addWidget(m_buttons);
    connect(choose, &QPushButton::clicked, this,
        [this] { addFiles(m_prompts.openFiles(this, tr("Choose files"), tr("Reports (*.csv *.txt *.tsv *.xlsx);;All files (*)"))); });
    connect(remove, &QPushButton::clicked, this, [this] {
        delete m_files->takeItem(m_files->currentRow());
        preview();
        check();
    });
}

void ImportDialog::fillChoices()
{
    for (const Source &source : m_given.sources) {
        const QString name = toQString(source.name.text);
        m_source->addItem(source.side == Side::Psa ? tr("%1 (PSA)").arg(name) : tr("%1 (vendor)").arg(name), name);
    }
    m_source->addItem(tr("New source…"), QString());
    const int chosen = m_source->findData(toQString(m_given.source.text));
    const int first = m_given.sources.empty() ? m_source->count() - 1 : -1; // a wrong source that nobody chose would be imported into
    m_source->setCurrentIndex(m_given.source.isEmpty() ? first : chosen);
    m_isByHand = m_source->currentIndex() >= 0;
    if (m_given.fresh) { // asked for before, and not there because its import was refused
        m_source->setCurrentIndex(m_source->count() - 1);
        m_newName->setText(toQString(m_given.fresh->name.text));
        m_newSide->setCurrentIndex(m_newSide->findData(static_cast<int>(m_given.fresh->side)));
        m_isSideByHand = true;
    }
    // Known months and the two around each end, so that the first and the next month are there too.
    std::set<Period> months(m_given.periods.begin(), m_given.periods.end());
    if (m_given.period)
        months.insert(*m_given.period);
    const std::set<Period> known = months;
    for (const Period &month : known) {
        months.insert(month.next());
        months.insert(month.previous());
    }
    for (auto month = months.rbegin(); month != months.rend(); ++month)
        m_period->addItem(periodText(*month), month->index());
    if (m_given.period)
        m_period->setCurrentIndex(m_period->findData(m_given.period->index()));
}

// A month that is not offered yet comes where it belongs, the newest first; not one far from all that are: some digits look like a month.
int ImportDialog::placeOf(Period month)
{
    constexpr int near = 24; // months
    const auto at = [this](int place) { return m_period->itemData(place).toInt(); };
    int place = 0;
    while (place < m_period->count() && at(place) > month.index())
        ++place;
    const bool isThere = place < m_period->count() && at(place) == month.index();
    const bool isNear
        = (place > 0 && at(place - 1) - month.index() <= near) || (place < m_period->count() && month.index() - at(place) <= near);
    if (!isThere && !isNear)
        return m_period->currentIndex();
    if (!isThere)
        m_period->insertItem(place, periodText(month), month.index());
    return place;
}

void ImportDialog::addFiles(const QStringList &files)
{
    for (const QString &file : files) {
        auto *item = new QListWidgetItem(themeIcon(QStringLiteral("file")), QFileInfo(file).fileName(), m_files);
        item->setData(Qt::UserRole, file);
        item->setToolTip(file);
        static const QRegularExpression month(QStringLiteral("(?<!\\d)(20\\d\\d)[-_.]?(0[1-9]|1[0-2])(?!\\d)"));
        const QRegularExpressionMatch match = month.match(QFileInfo(file).fileName());
        if (match.hasMatch())
            m_period->setCurrentIndex(placeOf(*Period::fromMonth(match.captured(1).toInt(), match.captured(2).toInt())));
    }
    if (m_files->currentRow() < 0)
        m_files->setCurrentRow(0);
    check();
}

void ImportDialog::preview()
{
    const quint64 ticket = ++m_asked;
    m_shown.reset();
    if (!m_files->currentItem() || m_layout->count() == 0) {
        m_found->setText(m_files->count() == 0 ? tr("Choose one or more files: several files of one report make one import.") : QString());
        m_problems->clear();
        m_table->setRowCount(0);
        m_mapping->hide();
        warnOfOtherSource();
        return;
    }
    ImportRequest asked = request();
    const std::string file = toUtf8(m_files->currentItem()->data(Qt::UserRole).toString());
    struct Answer {
        SidedPreview found;
        std::vector<MappableField> fields;
        std::optional<Batch> inForce; // of the source and month
    };
    m_session.ask(
        this,
        [asked, file, fresh = newSource(), side = side(), findsSide = findsSide()](Workspace &workspace) -> Result<Answer> {
            auto found = findsSide ? previewOfEitherSide(workspace, asked, file, side) : previewOfSide(workspace, asked, file, fresh, side);
            if (!found)
                return found.error();
            auto fields = mappableFields(workspace, found->side);
            if (!fields)
                return fields.error();
            auto inForce = batchInForce(workspace, asked.source, asked.period);
            if (!inForce)
                return inForce.error();
            return Answer{std::move(found).value(), std::move(fields).value(), std::move(inForce).value()};
        },
        [this, ticket](const Result<Answer> &answer) {
            if (ticket != m_asked)
                return;
            if (!answer) {
                m_found->clear();
                m_problems->setText(toQString(answer.error().message));
                m_table->setRowCount(0);
                m_mapping->hide();
                check();
                warnOfOtherSource();
                return;
            }
            const FilePreview &preview = answer->found.preview;
            m_shown = preview;
            m_inForce = answer->inForce;
            const bool isMapped
                = preview.layout.empty() && isChosen() && !answer->found.isOfOtherSide; // what a column may be depends on the side
            m_mapping->setVisible(isMapped);
            if (isMapped)
                m_mapping->show(answer->fields, preview, layoutNames());
            check();
            showPreview(preview);
            if (answer->found.isOfOtherSide)
                m_found->clear(); // the problem says which layout fits: "no layout fits" beside it would deny it
            proposeSource(preview.layout);
            proposeNew(answer->found);
            warnOfOtherSource();
        });
}

void ImportDialog::showPreview(const FilePreview &preview)
{
    QStringList facts{toQString(preview.encoding)};
    if (!preview.sheet.empty())
        facts << tr("sheet %1").arg(toQString(preview.sheet));
    else
        facts << tr("separated by %1").arg(separatorName(preview.delimiter));
    facts << tr("header in row %1").arg(preview.headerRow);
    const QString how = facts.join(QStringLiteral(", "));
    if (!preview.layout.empty())
        m_found->setText(tr("Layout found: %1 (%2)").arg(toQString(preview.layoutTitle), how));
    else if (preview.nearest)
        m_found->setText(
            tr("This file is nearly %1 (%2). Say what differs; it is kept for next time.").arg(toQString(preview.nearest->title), how));
    else
        m_found->setText(tr("No layout fits this file (%1). Say which column is what; it is kept for next time.").arg(how));
    QStringList problems;
    for (const std::string &problem : preview.problems)
        problems << toQString(problem);
    if (preview.nearest && m_mapping->isVisibleTo(this))
        problems.removeLast(); // that it fits no layout: what differs is asked instead
    m_problems->setText(problems.join(QLatin1Char('\n')));
    m_table->clear();
    m_table->setColumnCount(static_cast<int>(preview.header.size()));
    m_table->setRowCount(static_cast<int>(preview.rows.size()));
    QStringList header;
    for (const std::string &title : preview.header)
        header << toQString(title);
    m_table->setHorizontalHeaderLabels(header);
    for (size_t row = 0; row < preview.rows.size(); ++row) {
        for (size_t column = 0; column < preview.rows[row].size(); ++column)
            m_table->setItem(static_cast<int>(row), static_cast<int>(column), new QTableWidgetItem(toQString(preview.rows[row][column])));
    }
    m_table->resizeColumnsToContents();
}

void ImportDialog::check()
{
    const bool fresh = isNew();
    m_newName->setVisible(fresh);
    m_newSide->setVisible(fresh);
    m_forget->setVisible(!keptLayout().isEmpty());
    const bool isMapped = !m_mapping->isVisibleTo(this) || m_mapping->isComplete();
    const bool ready
        = isMapped && m_files->count() > 0 && m_period->count() > 0 && isChosen() && (!fresh || !m_newName->text().trimmed().isEmpty());
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(ready);
    }
}

ImportRequest ImportDialog::request() const
{
    ImportRequest made;
    const QString known = m_source->currentData().toString();
    made.source = SourceName(toUtf8(known.isEmpty() ? m_newName->text().trimmed() : known));
    made.period = Period::fromIndex(m_period->currentData().toInt());
    for (int i = 0; i < m_files->count(); ++i)
        made.files.push_back(toUtf8(m_files->item(i)->data(Qt::UserRole).toString()));
    made.layout = m_layout->count() > 0 ? toUtf8(m_layout->currentData().toString()) : "auto";
    return made;
}

// Enter takes what was typed into a choice; it does not start the import from there.
void ImportDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && qobject_cast<QComboBox *>(focusWidget()))
        focusNextChild();
    else
        QDialog::keyPressEvent(event);
}

} // namespace br
