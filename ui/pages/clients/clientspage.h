// ClientsPage: all clients with what they cost and owe; drill down to one: services, lines beside counts, accounts, open rows.
//
// Thread rule: interface thread.
#pragma once

#include "core/workspace/listing.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/page.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace br {

class ClientView;
class PageTable;

class ClientsPage final : public Page {
    Q_OBJECT

public:
    ClientsPage(const PageContext &context, QWidget *parent);
    void openClient(const ClientId &client);

protected:
    void read() override;
    void forget() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeList();
    void readList();
    void readClient();
    void readBehind(const ServiceId &service);
    void back();

    QStackedWidget *m_stack;
    QLineEdit *m_search = nullptr;
    QLabel *m_summary = nullptr;
    RowsModel<ClientRow> *m_model = nullptr;
    PageTable *m_table = nullptr;
    ClientView *m_view = nullptr;
    ClientId m_client; // empty: the list
    quint64 m_asked = 0;
};

} // namespace br
