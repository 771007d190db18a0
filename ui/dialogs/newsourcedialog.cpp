#include "ui/dialogs/newsourcedialog.h"

#include "core/base/text.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace br {

NewSourceDialog::NewSourceDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_side(new QComboBox(this))
{
    setObjectName(QStringLiteral("newSourceDialog"));
    setWindowTitle(tr("Add source"));
    setMinimumWidth(440);
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_name->setAccessibleName(tr("Name of the source"));
    m_name->setPlaceholderText(tr("For example connectwise or huntress"));
    m_side->setObjectName(QStringLiteral("sourceSide"));
    m_side->setAccessibleName(tr("What the source brings"));
    m_side->addItem(tr("What is used (a vendor's report)"), static_cast<int>(Side::Vendor));
    m_side->addItem(tr("What is billed (the PSA's lines)"), static_cast<int>(Side::Psa));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *add = buttons->addButton(tr("Add source"), QDialogButtonBox::AcceptRole);
    add->setObjectName(QStringLiteral("addSourceGo"));
    add->setEnabled(false);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Brings"), m_side);
    form->addRow(buttons);
    connect(m_name, &QLineEdit::textChanged, add, [add](const QString &text) { add->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

Source NewSourceDialog::source() const
{
    return Source{SourceName(toUtf8(m_name->text().trimmed())), static_cast<Side>(m_side->currentData().toInt()), "file", "{}"};
}

} // namespace br
