// VendorForm: the settings and secrets that a vendor's manifest asks for, as a form drawn from it.
//
// Secrets are typed hidden and leave only through takeSecrets(). Nothing is stored here. Thread rule: interface thread.
#pragma once

#include "core/connect/secret.h"
#include "core/connect/vendors.h"

#include <QWidget>

#include <functional>
#include <map>

class QFormLayout;

namespace br {

class VendorForm final : public QWidget {
    Q_OBJECT

public:
    explicit VendorForm(QWidget *parent);
    void show(const VendorInfo &vendor);
    // As they were entered before; secrets that are left empty stay as they are.
    void showValues(const std::map<std::string, std::string> &values);

    std::map<std::string, std::string> values() const; // by setting; empty optional ones are left out
    std::map<std::string, Secret> takeSecrets() const; // by field; empty ones are left out
    QString problem() const;                           // the first thing that is missing or does not fit; empty: all is well
    bool isTouched() const { return m_isTouched; }

signals:
    void changed();

private:
    struct Setting {
        SettingField field;
        std::function<QString()> value;
        std::function<void(const QString &)> set;
    };
    struct SecretEntry {
        SecretField field;
        std::function<QString()> value;
    };
    QWidget *settingEditor(const SettingField &field);
    QWidget *secretEditor(const SecretField &field);
    void addRow(const std::string &label, const std::string &help, bool required, QWidget *editor);
    void touch();

    QFormLayout *m_form = nullptr;
    QWidget *m_body = nullptr;
    std::vector<Setting> m_settings;
    std::vector<SecretEntry> m_secrets;
    bool m_isTouched = false;
    bool m_keepsSecrets = false;
};

} // namespace br
