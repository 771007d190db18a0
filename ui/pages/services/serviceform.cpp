#include "ui/pages/services/serviceform.h"

#include "core/base/text.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/services/billedrows.h"
#include "ui/pages/services/countedrows.h"
#include "ui/pages/services/decimalfield.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSpinBox>

namespace br {

namespace {

QLineEdit *field(const QString &name, const QString &accessible, const QString &hint, QWidget *parent)
{
    auto *made = new QLineEdit(parent);
    made->setObjectName(name);
    made->setAccessibleName(accessible);
    made->setPlaceholderText(hint);
    return made;
}

QSpinBox *days(const QString &name, const QString &accessible, const QString &none, QWidget *parent)
{
    auto *made = new QSpinBox(parent);
    made->setObjectName(name);
    made->setAccessibleName(accessible);
    made->setRange(none.isEmpty() ? 0 : -1, 3650);
    made->setSpecialValueText(none);
    made->findChild<QLineEdit *>()->setAccessibleName(accessible);
    made->setMaximumWidth(130);
    return made;
}

QString idFrom(const QString &name)
{
    static const QRegularExpression odd(QStringLiteral("[^a-z0-9]+"));
    QString id = name.toLower().replace(odd, QStringLiteral("-"));
    while (id.endsWith(QLatin1Char('-')))
        id.chop(1);
    return id;
}

} // namespace

ServiceForm::ServiceForm(QWidget *parent)
    : QScrollArea(parent)
    , m_inside(new QWidget(this))
{
    setObjectName(QStringLiteral("serviceForm"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeFields();
    setWidget(m_inside);
}

void ServiceForm::makeFields()
{
    auto *form = new QFormLayout(m_inside);
    form->setContentsMargins(0, 0, space::medium, 0);
    form->setVerticalSpacing(space::small);
    addBasics(form);
    addAdvanced(form);
    connectFields();
}

void ServiceForm::addBasics(QFormLayout *form)
{
    m_name = field(QStringLiteral("serviceName"), tr("Name of the service"), tr("For example Endpoint protection"), m_inside);
    m_id = field(QStringLiteral("serviceId"), tr("Id of the service"), tr("made from the name"), m_inside);
    m_group = field(QStringLiteral("serviceGroup"), tr("Group of services that replace one another"), tr("none"), m_inside);
    m_group->setToolTip(
        tr("Services of one group may be billed for one another by mistake: that is shown as a wrong service, not as two findings"));
    m_price = new DecimalField(QStringLiteral("defaultPrice"), tr("Default price a month"), {}, m_inside);
    m_currency = field(QStringLiteral("priceCurrency"), tr("Currency of the default price"), tr("the workspace's"), m_inside);
    m_currency->setMaximumWidth(130);
    m_billed = new BilledRows(m_inside);
    m_counted = new CountedRows(m_inside);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Id"), m_id);
    form->addRow(heading(tr("It is billed by these products"), m_inside));
    form->addRow(m_billed);
    form->addRow(heading(tr("It is counted by these meters"), m_inside));
    form->addRow(m_counted);
}

void ServiceForm::addAdvanced(QFormLayout *form)
{
    const Decimal zero;
    m_combine = new QComboBox(m_inside);
    m_combine->setObjectName(QStringLiteral("combine"));
    m_combine->setAccessibleName(tr("How several meters are put together"));
    m_combine->addItem(tr("Add them up"), static_cast<int>(Combine::Sum));
    m_combine->addItem(tr("Take the largest"), static_cast<int>(Combine::Max));
    m_combine->addItem(tr("Count the same asset once"), static_cast<int>(Combine::Distinct));
    m_distinct = new QComboBox(m_inside);
    m_distinct->setObjectName(QStringLiteral("distinctBy"));
    m_distinct->setAccessibleName(tr("What makes two assets the same"));
    m_distinct->addItem(tr("the same name"), static_cast<int>(DistinctBy::Name));
    m_distinct->addItem(tr("the same id"), static_cast<int>(DistinctBy::Id));
    m_included = new DecimalField(QStringLiteral("included"), tr("Included, taken off"), zero, m_inside);
    m_minimum = new DecimalField(QStringLiteral("minimum"), tr("At least"), zero, m_inside);
    m_pack = new DecimalField(QStringLiteral("pack"), tr("Sold in packs of"), Decimal::fromInt(1), m_inside);
    m_grace = days(QStringLiteral("graceDays"), tr("Days an ended asset still counts"), {}, m_inside);
    m_stale = days(QStringLiteral("staleAfter"), tr("Days without being seen that are told"), tr("not checked"), m_inside);
    m_tolerance = new DecimalField(QStringLiteral("toleranceQuantity"), tr("Difference that is fine, units"), zero, m_inside);
    m_percent = new DecimalField(QStringLiteral("tolerancePercent"), tr("Difference that is fine, percent"), zero, m_inside);
    m_money = new DecimalField(QStringLiteral("toleranceMoney"), tr("Difference that is fine, money a month"), {}, m_inside);
    m_cost = new DecimalField(QStringLiteral("toleranceCost"), tr("Difference of unit cost that is fine"), Decimal::fromRaw(100), m_inside);

    auto *unit = [](QWidget *parent, const QString &text) { return new QLabel(text, parent); }(m_inside, tr("units or"));
    form->addRow(tr("Several meters"), inRow({m_combine, m_distinct, nullptr}));
    form->addRow(heading(tr("Then, in this order"), m_inside));
    form->addRow(tr("Incl&uded, taken off"), m_included);
    form->addRow(tr("At &least"), m_minimum);
    form->addRow(tr("In &packs of"), m_pack);
    form->addRow(heading(tr("Details"), m_inside));
    form->addRow(tr("Default price a month"), inRow({m_price, m_currency, nullptr}));
    form->addRow(tr("Gr&oup"), m_group);
    form->addRow(tr("Ended &assets count for (days)"), m_grace);
    form->addRow(tr("Told when not seen for (&days)"), m_stale);
    form->addRow(tr("Fine up to"),
        inRow(
            {m_tolerance, unit, m_percent, new QLabel(tr("percent, or"), m_inside), m_money, new QLabel(tr("money"), m_inside), nullptr}));
    form->addRow(tr("Unit cost may differ &by"), m_cost);
}

void ServiceForm::connectFields()
{
    const auto tell = [this] {
        if (!m_isShowing)
            emit edited();
    };
    const QList<QLineEdit *> texts
        = {m_id, m_group, m_currency, m_price, m_included, m_minimum, m_pack, m_tolerance, m_percent, m_money, m_cost};
    for (QLineEdit *text : texts)
        connect(text, &QLineEdit::textChanged, this, tell);
    connect(m_name, &QLineEdit::textChanged, this, [this, tell](const QString &name) {
        if (m_isNew && !m_isShowing && !m_id->isModified())
            m_id->setText(idFrom(name));
        tell();
    });
    for (QComboBox *choice : {m_combine, m_distinct})
        connect(choice, &QComboBox::currentIndexChanged, this, tell);
    for (QSpinBox *number : {m_grace, m_stale})
        connect(number, &QSpinBox::valueChanged, this, tell);
    connect(m_billed, &BilledRows::edited, this, tell);
    connect(m_counted, &CountedRows::edited, this, tell);
}

void ServiceForm::setOptions(const RuleOptions &options)
{
    m_billed->setOptions(options);
    m_counted->setOptions(options);
}

void ServiceForm::show(const Service &service, bool isNew)
{
    const QScopedValueRollback quiet(m_isShowing, true);
    if (isNew || toQString(service.id.text) != m_id->text()) // another one is read from its name on
        verticalScrollBar()->setValue(0);
    m_isNew = isNew;
    m_name->setText(toQString(service.name));
    m_id->setText(isNew && service.id.isEmpty() ? idFrom(m_name->text()) : toQString(service.id.text));
    m_id->setReadOnly(!isNew);
    m_id->setModified(false);
    m_group->setText(toQString(service.group));
    m_price->setValue(service.defaultPrice);
    m_currency->setText(toQString(service.currency.toString()));
    m_billed->show(service.billed);
    m_counted->show(service.counted);
    m_combine->setCurrentIndex(m_combine->findData(static_cast<int>(service.combine)));
    m_distinct->setCurrentIndex(m_distinct->findData(static_cast<int>(service.distinctBy)));
    m_included->setValue(service.included);
    m_minimum->setValue(service.minimum);
    m_pack->setValue(service.pack);
    m_grace->setValue(service.graceDays);
    m_stale->setValue(service.staleAfterDays.value_or(-1));
    m_tolerance->setValue(service.tolerance.quantity);
    m_percent->setValue(service.tolerance.percent);
    m_money->setValue(service.tolerance.money);
    m_cost->setValue(service.tolerance.cost);
}

Service ServiceForm::service() const
{
    Service made;
    made.id = ServiceId(toUtf8(m_id->text().trimmed()));
    made.name = toUtf8(m_name->text().trimmed());
    made.group = toUtf8(m_group->text().trimmed());
    made.defaultPrice = m_price->value();
    if (const auto currency = Currency::parse(toUtf8(m_currency->text().trimmed())))
        made.currency = *currency;
    made.billed = m_billed->billed();
    made.counted = m_counted->counted();
    made.combine = static_cast<Combine>(m_combine->currentData().toInt());
    made.distinctBy = static_cast<DistinctBy>(m_distinct->currentData().toInt());
    made.included = *m_included->value();
    made.minimum = *m_minimum->value();
    made.pack = *m_pack->value();
    made.graceDays = m_grace->value();
    made.staleAfterDays = m_stale->value() < 0 ? std::nullopt : std::optional(m_stale->value());
    made.tolerance = {*m_tolerance->value(), *m_percent->value(), m_money->value(), *m_cost->value()};
    return made;
}

QStringList ServiceForm::problems() const
{
    QStringList found;
    if (m_id->text().trimmed().isEmpty())
        found << tr("Give the service a name; its id is made from it.");
    for (const DecimalField *number : {m_price, m_included, m_minimum, m_pack, m_tolerance, m_percent, m_money, m_cost}) {
        if (!number->problem().isEmpty())
            found << number->problem();
    }
    if (!m_currency->text().trimmed().isEmpty() && !Currency::parse(toUtf8(m_currency->text().trimmed())))
        found << tr("%1 is no currency we know: three letters such as EUR.").arg(m_currency->text().trimmed());
    found << m_billed->problems() << m_counted->problems();
    if (m_billed->billed().empty() && m_counted->counted().empty())
        found << tr("Say by which products it is billed and by which meters it is counted.");
    return found;
}

void ServiceForm::focusName() { m_name->setFocus(); }

} // namespace br
