// AddSourceDialog: where numbers come from: files, or a vendor with the form that its manifest draws; test it, then add it. The same
// form changes the settings and secrets of a source that is there; its name and vendor stay.
//
// The dialog stores nothing: source() and secrets() are for the page. `tester` is called by Test connection and answers later
// through testShown(). Thread rule: interface thread.
#pragma once

#include "core/base/result.h"
#include "core/connect/secret.h"
#include "core/connect/vendors.h"
#include "core/domain/batch.h"

#include <QDialog>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace br {

class Prompts;
class VendorForm;

class AddSourceDialog final : public QDialog {
    Q_OBJECT

public:
    struct Known {
        std::vector<VendorInfo> vendors;
        std::vector<SourceName> taken;
        QString keychain;                  // a sentence: where the secrets will be, or why they will be asked for each time
        QString problems;                  // of the person's own manifests; empty: none
        std::optional<Source> edited = {}; // none: a new one
    };
    using Tester = std::function<void(const Source &source, const std::map<std::string, Secret> &secrets)>;

    AddSourceDialog(Known known, Prompts &prompts, Tester tester, QWidget *parent);
    void testShown(const Result<ConnectionReport> &result);

    Source source() const;
    std::map<std::string, Secret> secrets() const;
    bool syncsNow() const { return m_syncsNow; }

private:
    QWidget *makeChoice();
    QWidget *makeForm();
    void fillChoice();
    void filterChoice(const QString &text);
    void choose();
    const VendorInfo *vendor() const; // nullptr: files
    QString suggestedName() const;
    void check();
    void test();
    void chooseAuthority();
    void showEdited();
    void say(const QString &text, bool isBad);

    Known m_known;
    Prompts &m_prompts;
    Tester m_tester;
    QWidget *m_choicePane = nullptr;
    QLineEdit *m_filter = nullptr;
    QListWidget *m_choice = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_about = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_sideLabel = nullptr;
    QComboBox *m_side = nullptr;
    VendorForm *m_form = nullptr;
    QLabel *m_keychain = nullptr;
    QPushButton *m_authority = nullptr;
    QPushButton *m_test = nullptr;
    QLabel *m_said = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_addAndSync = nullptr;
    QString m_ca;
    bool m_nameIsOurs = true;
    bool m_syncsNow = false;
};

} // namespace br
