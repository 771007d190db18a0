#include "ui/pages/services/billedrows.h"

#include "core/base/text.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/services/decimalfield.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace br {

BilledRows::BilledRows(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
{
    auto *more = button(QStringLiteral("addBilled"), tr("Add product"), QStringLiteral("add"), this);
    connect(more, &QPushButton::clicked, this, [this] {
        add({});
        m_lines.back().product->setFocus();
        emit edited();
    });
    m_rows->setSpacing(space::tight);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addLayout(m_rows);
    all->addWidget(more, 0, Qt::AlignLeft);
}

void BilledRows::show(const std::vector<BilledBy> &billed)
{
    for (const Line &line : m_lines)
        line.row->deleteLater();
    m_lines.clear();
    for (const BilledBy &by : billed)
        add(by);
}

void BilledRows::add(const BilledBy &billed)
{
    Line line;
    line.row = new QWidget(this);
    line.product = new QComboBox(line.row);
    line.product->setObjectName(QStringLiteral("billedProduct%1").arg(m_lines.size()));
    line.product->setAccessibleName(tr("Product"));
    line.product->setEditable(true);
    line.product->setInsertPolicy(QComboBox::NoInsert);
    line.product->lineEdit()->setAccessibleName(tr("Product"));
    line.product->completer()->setFilterMode(Qt::MatchContains);
    line.product->completer()->setCompletionMode(QCompleter::PopupCompletion);
    line.product->setMinimumContentsLength(24);
    line.product->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ProductRow &option : m_options.products) {
        const QString id = toQString(option.product.id.text);
        const QString name = toQString(option.product.name);
        line.product->addItem(name.isEmpty() || name == id ? id : tr("%1 [%2]").arg(name, id), id);
    }
    const QString chosen = toQString(billed.product.text);
    const int place = line.product->findData(chosen);
    if (place >= 0)
        line.product->setCurrentIndex(place);
    else
        line.product->setEditText(chosen);
    line.each = new DecimalField(
        QStringLiteral("billedEach%1").arg(m_lines.size()), tr("Units one of the product covers"), Decimal::fromInt(1), line.row);
    line.each->setMaximumWidth(70);
    line.each->setValue(billed.each);
    auto *remove = new QToolButton(line.row);
    remove->setIcon(themeIcon(QStringLiteral("remove")));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Remove this product"));
    remove->setToolTip(remove->accessibleName());
    auto *layout = new QHBoxLayout(line.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line.product, 1);
    layout->addWidget(new QLabel(tr("each covers"), line.row));
    layout->addWidget(line.each);
    layout->addWidget(remove);
    m_rows->addWidget(line.row);
    connect(line.product, &QComboBox::editTextChanged, this, &BilledRows::edited);
    connect(line.each, &QLineEdit::textChanged, this, &BilledRows::edited);
    connect(remove, &QToolButton::clicked, this, [this, row = line.row] {
        std::erase_if(m_lines, [row](const Line &known) { return known.row == row; });
        row->deleteLater();
        emit edited();
    });
    m_lines.push_back(line);
}

std::vector<BilledBy> BilledRows::billed() const
{
    std::vector<BilledBy> result;
    for (const Line &line : m_lines) {
        const int place = line.product->findText(line.product->currentText());
        const QString id = place >= 0 ? line.product->itemData(place).toString() : line.product->currentText().trimmed();
        if (!id.isEmpty())
            result.push_back({ProductId(toUtf8(id)), *line.each->value()});
    }
    return result;
}

QStringList BilledRows::problems() const
{
    QStringList found;
    for (const Line &line : m_lines) {
        if (line.product->currentText().trimmed().isEmpty())
            found << tr("A row of products is empty: choose its product, or remove the row.");
        if (!line.each->problem().isEmpty())
            found << line.each->problem();
    }
    return found;
}

} // namespace br
