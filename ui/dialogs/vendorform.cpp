#include "ui/dialogs/vendorform.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace br {

VendorForm::VendorForm(QWidget *parent)
    : QWidget(parent)
{
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
}

void VendorForm::show(const VendorInfo &vendor)
{
    delete m_body;
    m_settings.clear();
    m_secrets.clear();
    m_isTouched = false;
    m_keepsSecrets = false;
    m_body = new QWidget(this);
    m_form = new QFormLayout(m_body);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(space::small);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    layout()->addWidget(m_body);
    for (const SettingField &field : vendor.settings)
        addRow(field.label, field.help, field.required, settingEditor(field));
    for (const SecretField &field : vendor.secrets)
        addRow(field.label, field.help, field.required, secretEditor(field));
    m_body->show();
    emit changed();
}

void VendorForm::showValues(const std::map<std::string, std::string> &values)
{
    for (const Setting &setting : m_settings) {
        const auto found = values.find(setting.field.id);
        setting.set(found == values.end() ? QString() : toQString(found->second));
    }
    for (const SecretEntry &entry : m_secrets) {
        QWidget *editor = m_body->findChild<QWidget *>(QStringLiteral("secret_") + toQString(entry.field.id));
        const QString unchanged = tr("Stays as it is where this is left empty");
        if (auto *line = qobject_cast<QLineEdit *>(editor))
            line->setPlaceholderText(unchanged);
        else if (auto *text = qobject_cast<QPlainTextEdit *>(editor))
            text->setPlaceholderText(unchanged);
    }
    m_keepsSecrets = true;
    m_isTouched = false;
    emit changed();
}

void VendorForm::addRow(const std::string &label, const std::string &help, bool required, QWidget *editor)
{
    const QString words = toQString(label);
    editor->setAccessibleName(words);
    editor->setAccessibleDescription(toQString(help));
    editor->setToolTip(toQString(help));
    auto *name = new QLabel(required ? words : tr("%1 (optional)").arg(words), m_body);
    name->setWordWrap(true);
    name->setBuddy(editor);
    m_form->addRow(name, editor);
    if (help.empty())
        return;
    auto *hint = new QLabel(toQString(help), m_body);
    hint->setWordWrap(true);
    hint->setFont(typeFont(Type::Caption));
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(QString(), hint);
}

QWidget *VendorForm::settingEditor(const SettingField &field)
{
    const QString name = QStringLiteral("setting_") + toQString(field.id);
    if (field.kind == SettingKind::Choice) {
        auto *choice = new QComboBox(m_body);
        choice->setObjectName(name);
        for (const auto &[value, label] : field.choices)
            choice->addItem(toQString(label), toQString(value));
        choice->setCurrentIndex(qMax(0, choice->findData(toQString(field.defaultValue))));
        connect(choice, &QComboBox::currentIndexChanged, this, &VendorForm::touch);
        m_settings.push_back({field, [choice] { return choice->currentData().toString(); },
            [choice](const QString &value) { choice->setCurrentIndex(choice->findData(value)); }});
        return choice;
    }
    if (field.kind == SettingKind::Boolean) {
        auto *box = new QCheckBox(tr("Yes"), m_body);
        box->setObjectName(name);
        box->setChecked(field.defaultValue == "true");
        connect(box, &QCheckBox::toggled, this, &VendorForm::touch);
        m_settings.push_back({field, [box] { return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false"); },
            [box](const QString &value) { box->setChecked(value == QStringLiteral("true")); }});
        return box;
    }
    auto *edit = new QLineEdit(toQString(field.defaultValue), m_body);
    edit->setObjectName(name);
    if (!field.example.empty())
        edit->setPlaceholderText(tr("For example %1").arg(toQString(field.example)));
    connect(edit, &QLineEdit::textChanged, this, &VendorForm::touch);
    m_settings.push_back({field, [edit] { return edit->text().trimmed(); }, [edit](const QString &value) { edit->setText(value); }});
    return edit;
}

QWidget *VendorForm::secretEditor(const SecretField &field)
{
    const QString name = QStringLiteral("secret_") + toQString(field.id);
    if (field.multiline) {
        auto *edit = new QPlainTextEdit(m_body);
        edit->setObjectName(name);
        edit->setTabChangesFocus(true);
        edit->setMaximumHeight(96);
        edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
        connect(edit, &QPlainTextEdit::textChanged, this, &VendorForm::touch);
        m_secrets.push_back({field, [edit] { return edit->toPlainText().trimmed(); }});
        return edit;
    }
    auto *edit = new QLineEdit(m_body);
    edit->setObjectName(name);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    connect(edit, &QLineEdit::textChanged, this, &VendorForm::touch);
    m_secrets.push_back({field, [edit] { return edit->text().trimmed(); }});
    return edit;
}

void VendorForm::touch()
{
    m_isTouched = true;
    emit changed();
}

std::map<std::string, std::string> VendorForm::values() const
{
    std::map<std::string, std::string> found;
    for (const Setting &setting : m_settings) {
        if (const QString value = setting.value(); !value.isEmpty())
            found[setting.field.id] = toUtf8(value);
    }
    return found;
}

std::map<std::string, Secret> VendorForm::takeSecrets() const
{
    std::map<std::string, Secret> found;
    for (const SecretEntry &entry : m_secrets) {
        if (const QString value = entry.value(); !value.isEmpty())
            found[entry.field.id] = Secret(toUtf8(value));
    }
    return found;
}

QString VendorForm::problem() const
{
    for (const Setting &setting : m_settings) {
        const QString value = setting.value();
        const QString label = toQString(setting.field.label);
        if (setting.field.required && value.isEmpty())
            return tr("%1 is missing.").arg(label);
        if (value.isEmpty())
            continue;
        if (setting.field.kind == SettingKind::Host && (value.contains(u'/') || value.contains(u' ') || value.contains(u'@')))
            return tr("%1 is the name of a server only, without https:// and without a path.").arg(label);
        static const QRegularExpression number(QStringLiteral("^-?\\d+(\\.\\d+)?$"));
        if (setting.field.kind == SettingKind::Number && !number.match(value).hasMatch())
            return tr("%1 must be a number.").arg(label);
        if (!setting.field.pattern.empty()
            && !QRegularExpression(QRegularExpression::anchoredPattern(toQString(setting.field.pattern))).match(value).hasMatch())
            return setting.field.example.empty()
                ? tr("%1 does not have the form that the vendor uses.").arg(label)
                : tr("%1 does not have the form that the vendor uses, for example %2.").arg(label, toQString(setting.field.example));
    }
    for (const SecretEntry &entry : m_secrets) {
        if (entry.field.required && !m_keepsSecrets && entry.value().isEmpty())
            return tr("%1 is missing.").arg(toQString(entry.field.label));
    }
    return {};
}

} // namespace br
