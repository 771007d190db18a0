// FacetPane: what the rows hold, by kind, state, client, service and source, with counts and money that follow the filter.
//
// A click includes or releases a value; the menu offers only this and exclude. The pane shows a choice, it keeps none: the
// query's text does. Thread rule: interface thread.
#pragma once

#include "ui/models/facets.h"

#include <QTreeWidget>

#include <set>

namespace br {

// Terms of one facet as they stand in a query.
struct FacetChoice {
    std::set<std::string> included;
    std::set<std::string> excluded;
};
FacetChoice facetChoice(const Query &query, Facet facet);
enum class FacetAct { Toggle, Only, Exclude, Clear };
// The query's text after the act; terms of other fields stay as they were written.
std::string withFacet(const Query &query, Facet facet, const std::string &value, FacetAct act);

class FacetPane final : public QTreeWidget {
    Q_OBJECT

public:
    explicit FacetPane(QWidget *parent = nullptr);
    void showFacets(const FacetCounts &counts, const Query &query);
    void setMoneyShown(bool isShown) { setColumnHidden(2, !isShown); } // narrow windows: in the tip only

signals:
    void acted(br::Facet facet, const QString &value, br::FacetAct act);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override { }

private:
    void actOn(QTreeWidgetItem *item, FacetAct act);
    std::set<int> m_opened; // facets of which all values are shown
    FacetCounts m_counts;
    Query m_query;
};

} // namespace br
