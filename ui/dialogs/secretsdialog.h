// SecretsDialog: asks for the secrets of one source that the keychain does not have, hidden as they are typed.
//
// Thread rule: interface thread.
#pragma once

#include "core/connect/secret.h"
#include "core/connect/vendors.h"
#include "core/domain/batch.h"

#include <QDialog>

#include <map>

class QCheckBox;

namespace br {

class VendorForm;

class SecretsDialog final : public QDialog {
    Q_OBJECT

public:
    // `why` is a sentence: not entered yet, or no keychain. `canKeep`: the keychain would take them.
    SecretsDialog(const QString &source, const QString &vendor, const std::vector<SecretField> &fields, const QString &why, bool canKeep,
        QWidget *parent);
    std::map<std::string, Secret> secrets() const;
    bool keeps() const;

private:
    VendorForm *m_form;
    QCheckBox *m_keep;
};

} // namespace br
