// OverviewPage: the month at a glance; every number leads to the rows behind it. Thread rule: interface thread.
#pragma once

#include "ui/models/facets.h"
#include "ui/models/rowsmodel.h"
#include "ui/pages/overview/monthfigures.h"
#include "ui/pages/page.h"
#include "ui/widgets/differencestrip.h"

class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace br {

class PageTable;
class TrendView;

class OverviewPage final : public Page {
    Q_OBJECT

public:
    OverviewPage(const PageContext &context, QWidget *parent);

protected:
    void read() override;
    void changeEvent(QEvent *event) override;

private:
    struct Answer {
        MonthFigures figures;
        StripNumbers strip;
        std::vector<ClientRow> clients;
        std::vector<SourceHealth> sources;
        size_t services = 0;
        Totals sums;
    };
    QWidget *makeEmpty();
    QWidget *makeBoard();
    QWidget *makeKinds(QWidget *parent);
    void show(Answer answer);
    void showKinds(const MonthFigures &figures);
    void showCoverage(const Answer &answer);
    void showEmpty(const Answer &answer);
    void readMonths(quint64 ticket, const Totals &own);
    void follow(const QString &link);

    QStackedWidget *m_stack = nullptr;
    QLabel *m_emptyTitle = nullptr;
    QLabel *m_emptyText = nullptr;
    std::vector<QWidget *> m_firstSteps; // of a workspace that has no rules yet
    QWidget *m_toSources = nullptr;      // of a month that nothing was brought for
    QLabel *m_coverage = nullptr;
    DifferenceStrip *m_strip = nullptr;
    QVBoxLayout *m_kinds = nullptr;
    QLabel *m_trendTitle = nullptr;
    TrendView *m_trend = nullptr;
    RowsModel<ClientRow> *m_clientModel = nullptr;
    RowsModel<SourceHealth> *m_sourceModel = nullptr;
    PageTable *m_clientTable = nullptr;
    PageTable *m_sourceTable = nullptr;
    quint64 m_asked = 0;
};

} // namespace br
