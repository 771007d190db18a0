#include "ui/dialogs/newworkspacedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace br {

NewWorkspaceDialog::NewWorkspaceDialog(Prompts &prompts, QWidget *parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_name(new QLineEdit(this))
    , m_currency(new QComboBox(this))
    , m_file(new QLineEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Cancel, this))
{
    setWindowTitle(tr("New workspace"));
    setObjectName(QStringLiteral("newWorkspaceDialog"));
    setMinimumWidth(560);
    m_name->setObjectName(QStringLiteral("workspaceName"));
    m_name->setPlaceholderText(tr("Your company, for example Northwind IT"));
    m_currency->setObjectName(QStringLiteral("workspaceCurrency"));
    m_currency->setEditable(true);
    m_currency->lineEdit()->setAccessibleName(tr("Currency of the workspace"));
    m_currency->addItems({QStringLiteral("EUR"), QStringLiteral("USD"), QStringLiteral("GBP"), QStringLiteral("CHF"), QStringLiteral("AUD"),
        QStringLiteral("CAD"), QStringLiteral("NZD"), QStringLiteral("SEK"), QStringLiteral("DKK"), QStringLiteral("NOK"),
        QStringLiteral("PLN"), QStringLiteral("ZAR")});
    const QString local = QLocale().currencySymbol(QLocale::CurrencyIsoCode);
    m_currency->setCurrentText(local.size() == 3 ? local : QStringLiteral("EUR"));
    m_file->setObjectName(QStringLiteral("workspaceFile"));

    auto *choose = new QPushButton(tr("Cho&ose…"), this);
    choose->setObjectName(QStringLiteral("chooseWorkspaceFile"));
    choose->setAutoDefault(false);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(choose);
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Currency"), m_currency);
    auto *fileLabel = new QLabel(tr("&File"), this); // a row of two widgets has no buddy by itself
    fileLabel->setBuddy(m_file);
    form->addRow(fileLabel, fileRow);
    m_name->setAccessibleName(tr("Name of the workspace"));
    m_currency->setAccessibleName(tr("Currency of the workspace"));
    m_file->setAccessibleName(tr("File of the workspace"));
    auto *hint = new QLabel(tr("One file holds everything: imports, rules, decisions. It never holds a password."), this);
    hint->setWordWrap(true);
    m_buttons->addButton(tr("Create workspace"), QDialogButtonBox::AcceptRole)->setObjectName(QStringLiteral("createWorkspace"));
    auto *all = new QVBoxLayout(this);
    all->addLayout(form);
    all->addWidget(hint);
    all->addWidget(m_buttons);

    connect(choose, &QPushButton::clicked, this, &NewWorkspaceDialog::chooseFile);
    connect(m_name, &QLineEdit::textChanged, this, &NewWorkspaceDialog::suggestFile);
    connect(m_file, &QLineEdit::textEdited, this, [this] { m_fileIsOurs = false; });
    connect(m_file, &QLineEdit::textChanged, this, &NewWorkspaceDialog::check);
    connect(m_currency, &QComboBox::editTextChanged, this, &NewWorkspaceDialog::check);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    suggestFile();
}

QString NewWorkspaceDialog::name() const { return m_name->text().trimmed(); }

QString NewWorkspaceDialog::currency() const { return m_currency->currentText().trimmed().toUpper(); }

QString NewWorkspaceDialog::file() const { return QDir::fromNativeSeparators(m_file->text().trimmed()); }

void NewWorkspaceDialog::chooseFile()
{
    const QString file
        = m_prompts.saveFile(this, tr("Where to keep the workspace"), name() + QStringLiteral(".brw"), tr("Workspaces (*.brw)"));
    if (file.isEmpty())
        return;
    m_fileIsOurs = false;
    m_file->setText(QDir::toNativeSeparators(file.endsWith(QLatin1String(".brw")) ? file : file + QStringLiteral(".brw")));
}

void NewWorkspaceDialog::suggestFile()
{
    if (m_fileIsOurs && !name().isEmpty()) {
        static const QRegularExpression odd(QStringLiteral("[^\\w .-]+"), QRegularExpression::UseUnicodePropertiesOption);
        const QString base = name().replace(odd, QStringLiteral("-"));
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        m_file->setText(QDir::toNativeSeparators(folder + QLatin1Char('/') + base + QStringLiteral(".brw")));
    }
    check();
}

void NewWorkspaceDialog::check()
{
    for (QAbstractButton *button : m_buttons->buttons()) {
        if (m_buttons->buttonRole(button) == QDialogButtonBox::AcceptRole)
            button->setEnabled(!name().isEmpty() && !file().isEmpty() && currency().size() == 3);
    }
}

} // namespace br
