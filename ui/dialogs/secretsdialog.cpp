#include "ui/dialogs/secretsdialog.h"

#include "ui/dialogs/vendorform.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace br {

SecretsDialog::SecretsDialog(
    const QString &source, const QString &vendor, const std::vector<SecretField> &fields, const QString &why, bool canKeep, QWidget *parent)
    : QDialog(parent)
    , m_form(new VendorForm(this))
    , m_keep(new QCheckBox(tr("&Keep in this system's keychain"), this))
{
    setObjectName(QStringLiteral("secretsDialog"));
    setWindowTitle(vendor.isEmpty() ? tr("Sign in to %1").arg(source) : tr("Sign in to %1 (%2)").arg(source, vendor));
    setMinimumWidth(460);
    auto *text = new QLabel(why, this);
    text->setWordWrap(true);
    m_keep->setObjectName(QStringLiteral("keepSecrets"));
    m_keep->setChecked(canKeep);
    m_keep->setEnabled(canKeep);
    if (!canKeep)
        m_keep->setToolTip(tr("No keychain can be used here: what you enter is forgotten when the sync is over."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *go = buttons->addButton(tr("Go on"), QDialogButtonBox::AcceptRole);
    go->setObjectName(QStringLiteral("secretsGo"));
    auto *all = new QVBoxLayout(this);
    all->setSpacing(space::medium);
    all->addWidget(text);
    all->addWidget(m_form);
    all->addWidget(m_keep);
    all->addWidget(buttons);
    connect(m_form, &VendorForm::changed, go, [this, go] { go->setEnabled(m_form->problem().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    VendorInfo asked;
    asked.secrets = fields;
    m_form->show(asked);
}

std::map<std::string, Secret> SecretsDialog::secrets() const { return m_form->takeSecrets(); }

bool SecretsDialog::keeps() const { return m_keep->isChecked() && m_keep->isEnabled(); }

} // namespace br
