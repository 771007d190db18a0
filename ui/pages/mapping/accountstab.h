// AccountsTab: accounts of the vendors, unmapped first by worth, each with its best suggestion and the reason for it.
//
// Nothing is linked without a person's act: one, several, or all suggestions at or above a percentage that are shown.
// Thread rule: interface thread.
#pragma once

#include "core/workspace/linking.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace br {

class LinkUndo;
class PageTable;

struct AccountChoice {
    AccountRow row;
    std::vector<Suggestion> suggestions; // best first
};

class AccountsTab final : public Page {
    Q_OBJECT

public:
    AccountsTab(const PageContext &context, QWidget *parent);

signals:
    void unmappedCounted(int accounts);

protected:
    void read() override;
    void forget() override;

private:
    struct Answer {
        std::vector<AccountChoice> accounts;
        std::vector<Client> clients;
    };
    void makeModel();
    void layOut();
    void show(Answer answer);
    void acceptChosen();
    void acceptAbove();
    void linkToOther();
    void ignore();
    void unlink();
    void filter();
    void enableActions();
    std::vector<AccountChoice> chosen() const;
    bool isChangeMeant(const AccountChoice &choice, const ClientId &client);
    void store(const std::vector<AccountLink> &links);
    LinkChange changeOf(const SourceName &source, const AccountId &account, const std::optional<AccountLink> &after) const;

    RowsModel<AccountChoice> *m_model = nullptr;
    PageTable *m_table = nullptr;
    QLineEdit *m_search = nullptr;
    QCheckBox *m_onlyUnmapped = nullptr;
    QComboBox *m_threshold = nullptr;
    QPushButton *m_acceptAll = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_ignore = nullptr;
    QPushButton *m_unlink = nullptr;
    QLabel *m_summary = nullptr;
    LinkUndo *m_undo;
    std::vector<Client> m_clients;
};

} // namespace br
