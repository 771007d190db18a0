#include "ui/pages/services/countedrows.h"

#include "core/base/text.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/services/decimalfield.h"
#include "ui/pages/services/ruledoubts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace br {

namespace {

std::vector<std::string> listOf(const QString &text)
{
    std::vector<std::string> parts;
    const QStringList cut = text.split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString &part : cut) {
        if (!part.trimmed().isEmpty())
            parts.push_back(toUtf8(part.trimmed()));
    }
    return parts;
}

QLineEdit *filterField(const QString &name, const QString &accessible, const QString &hint, const QString &text, QWidget *parent)
{
    auto *field = new QLineEdit(text, parent);
    field->setObjectName(name);
    field->setAccessibleName(accessible);
    field->setPlaceholderText(hint);
    return field;
}

} // namespace

CountedRows::CountedRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
{
    auto *more = button(QStringLiteral("addCounted"), tr("Add meter"), QStringLiteral("add"), this);
    connect(more, &QPushButton::clicked, this, [this] {
        add({});
        m_lines.back().meter->setFocus();
        emit edited();
    });
    m_rows->setSpacing(space::small);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(m_rows);
    all->addWidget(more, 0, Qt::AlignLeft);
}

void CountedRows::show(const std::vector<CountedBy> &counted)
{
    for (const Line &line : m_lines)
        line.row->deleteLater();
    m_lines.clear();
    for (const CountedBy &by : counted)
        add(by);
}

void CountedRows::fillMeters(QComboBox *meters, const CountedBy &counted) const
{
    const auto data = [](const SourceName &source, const MeterId &meter) {
        return QStringList{toQString(source.text), toQString(meter.text)};
    };
    for (const MeterRow &option : m_options.meters) {
        const QString name = toQString(option.meter.name.empty() ? option.meter.id.text : option.meter.name);
        meters->addItem(tr("%1: %2").arg(toQString(option.meter.source.text), name), data(option.meter.source, option.meter.id));
    }
    const QStringList wanted = data(counted.source, counted.meter);
    int place = -1;
    for (int i = 0; i < meters->count(); ++i) {
        if (meters->itemData(i).toStringList() == wanted)
            place = i;
    }
    if (place < 0 && !counted.meter.isEmpty()) { // of a month without this meter: kept as it is
        meters->addItem(tr("%1: %2").arg(wanted[0], wanted[1]), wanted);
        place = meters->count() - 1;
    }
    if (place < 0)
        meters->insertItem(place = 0, tr("Choose a meter…"), QStringList());
    meters->setCurrentIndex(place);
}

QWidget *CountedRows::makeFilters(Line &line, const CountedBy &counted)
{
    const auto text = [](const std::vector<std::string> &parts) { return toQString(joined(parts, ", ")); };
    const size_t number = m_lines.size();
    auto *filters = new QWidget(line.row);
    line.classes = filterField(
        QStringLiteral("countedClass%1").arg(number), tr("Only these classes"), tr("any class"), text(counted.classes), filters);
    line.statuses = filterField(
        QStringLiteral("countedStatus%1").arg(number), tr("Only these statuses"), tr("any status"), text(counted.statuses), filters);
    line.name = filterField(QStringLiteral("countedName%1").arg(number), tr("Only names like"), tr("any name, * and ? allowed"),
        toQString(counted.namePattern), filters);
    auto *layout = new QHBoxLayout(filters);
    layout->setContentsMargins(space::large, 0, 0, 0);
    layout->addWidget(new QLabel(tr("only class"), filters));
    layout->addWidget(line.classes, 1);
    layout->addWidget(new QLabel(tr("status"), filters));
    layout->addWidget(line.statuses, 1);
    layout->addWidget(new QLabel(tr("name"), filters));
    layout->addWidget(line.name, 1);
    for (QLineEdit *field : {line.classes, line.statuses, line.name})
        connect(field, &QLineEdit::textChanged, this, &CountedRows::edited);
    return filters;
}

void CountedRows::add(const CountedBy &counted)
{
    Line line;
    line.row = new QWidget(this);
    line.meter = new QComboBox(line.row);
    line.meter->setObjectName(QStringLiteral("countedMeter%1").arg(m_lines.size()));
    line.meter->setAccessibleName(tr("Meter"));
    line.meter->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    line.meter->setMinimumContentsLength(24);
    fillMeters(line.meter, counted);
    line.measure = new QComboBox(line.row);
    line.measure->setObjectName(QStringLiteral("countedMeasure%1").arg(m_lines.size()));
    line.measure->setAccessibleName(tr("What is counted of the meter"));
    line.measure->addItem(tr("its assets, one by one"), static_cast<int>(Measure::Assets));
    line.measure->addItem(tr("the purchased number"), static_cast<int>(Measure::Purchased));
    line.measure->addItem(tr("the assigned number"), static_cast<int>(Measure::Assigned));
    line.measure->addItem(tr("the used number"), static_cast<int>(Measure::Used));
    line.measure->setCurrentIndex(line.measure->findData(static_cast<int>(counted.measure)));
    line.each
        = new DecimalField(QStringLiteral("countedEach%1").arg(m_lines.size()), tr("Units each counts for"), Decimal::fromInt(1), line.row);
    line.each->setMaximumWidth(70);
    line.each->setValue(counted.each);
    auto *remove = new QToolButton(line.row);
    remove->setIcon(themeIcon(QStringLiteral("remove")));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Remove this meter"));
    remove->setToolTip(remove->accessibleName());
    line.filters = makeFilters(line, counted);
    line.filters->setVisible(counted.measure == Measure::Assets);
    auto *first = new QHBoxLayout;
    first->addWidget(line.meter, 2);
    first->addWidget(new QLabel(tr("count"), line.row));
    first->addWidget(line.measure, 1);
    first->addWidget(new QLabel(tr("times"), line.row));
    first->addWidget(line.each);
    first->addWidget(remove);
    auto *layout = new QVBoxLayout(line.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tight);
    layout->addLayout(first);
    layout->addWidget(line.filters);
    m_rows->addWidget(line.row);
    connect(line.meter, &QComboBox::currentIndexChanged, this, [this, meter = line.meter, measure = line.measure] {
        chooseMeasure(meter->currentData().toStringList(), measure);
        emit edited();
    });
    connect(line.each, &QLineEdit::textChanged, this, &CountedRows::edited);
    connect(line.measure, &QComboBox::currentIndexChanged, this, [this, measure = line.measure, filters = line.filters] {
        filters->setVisible(static_cast<Measure>(measure->currentData().toInt()) == Measure::Assets);
        emit edited();
    });
    connect(remove, &QToolButton::clicked, this, [this, row = line.row] {
        std::erase_if(m_lines, [row](const Line &known) { return known.row == row; });
        row->deleteLater();
        emit edited();
    });
    m_lines.push_back(line);
}

// What the meter states this month: the first choice would count nothing where it states something else.
void CountedRows::chooseMeasure(const QStringList &meter, QComboBox *measure)
{
    const auto *known = meter.size() == 2 ? knownMeter(m_options, SourceName(toUtf8(meter[0])), MeterId(toUtf8(meter[1]))) : nullptr;
    if (!known)
        return;
    const auto stated = statedMeasure(*known, static_cast<Measure>(measure->currentData().toInt()));
    measure->setCurrentIndex(measure->findData(static_cast<int>(stated)));
}

std::vector<CountedBy> CountedRows::counted() const
{
    std::vector<CountedBy> result;
    for (const Line &line : m_lines) {
        const QStringList meter = line.meter->currentData().toStringList();
        if (meter.size() != 2)
            continue;
        CountedBy by{SourceName(toUtf8(meter[0])), MeterId(toUtf8(meter[1])), static_cast<Measure>(line.measure->currentData().toInt()),
            *line.each->value(), {}, {}, {}};
        if (by.measure == Measure::Assets) {
            by.classes = listOf(line.classes->text());
            by.statuses = listOf(line.statuses->text());
            by.namePattern = toUtf8(line.name->text().trimmed());
        }
        result.push_back(std::move(by));
    }
    return result;
}

QStringList CountedRows::problems() const
{
    QStringList found;
    for (const Line &line : m_lines) {
        if (!line.each->problem().isEmpty())
            found << line.each->problem();
        if (line.meter->currentData().toStringList().isEmpty())
            found << tr("Choose a meter, or remove the empty line.");
    }
    return found;
}

} // namespace br
