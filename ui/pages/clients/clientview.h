// ClientView: one client of one month: positions service by service, and for the chosen one the lines beside the counts.
//
// Shows values it is given; asks nothing. Thread rule: interface thread.
#pragma once

#include "core/workspace/listing.h"
#include "ui/models/rowsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTabWidget;

namespace br {

class PageTable;

class ClientView final : public QWidget {
    Q_OBJECT

public:
    explicit ClientView(QWidget *parent);
    void show(ClientDetail detail, std::vector<Service> services);
    void showBehind(const PositionDetail &detail); // the answer to detailWanted

signals:
    void backWanted();
    void discrepanciesWanted(const QString &query);
    void detailWanted(const br::ServiceId &service); // what was counted one by one, and what became of it

private:
    void makeModels();
    void makeAssetModel();
    void followPosition();
    void showAssets(std::vector<AssetRow> assets);
    QString labelOf(const ServiceId &id) const;

    ClientDetail m_detail;
    std::vector<Service> m_services;
    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_trace;
    QLabel *m_linesTitle;
    QLabel *m_countsTitle;
    QPushButton *m_rows;
    RowsModel<Position> *m_positions = nullptr;
    RowsModel<LineRow> *m_lines = nullptr;
    RowsModel<CountRow> *m_counts = nullptr;
    RowsModel<AssetRow> *m_assets = nullptr;
    RowsModel<AccountRow> *m_accounts = nullptr;
    PageTable *m_positionTable = nullptr;
    PageTable *m_countTable = nullptr;
    PageTable *m_assetTable = nullptr;
    ServiceId m_followed;
};

} // namespace br
