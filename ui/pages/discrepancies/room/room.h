// Room: the main room without its session: strip, search, facets, list, details; acts go out as signals, values come in.
//
// The page ties it to the session; tests drive it with values. After a decision the cursor goes to the next open row; undo
// asks to reopen what was decided last, as a new event. Thread rule: interface thread.
#pragma once

#include "core/domain/savedview.h"
#include "core/workspace/deciding.h"
#include "core/workspace/pastmonths.h"
#include "ui/models/discrepancycolumns.h"
#include "ui/pages/discrepancies/room/acthistory.h"
#include "ui/widgets/differencestrip.h"

#include <QWidget>

#include <optional>

class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace br {

class DetailPane;
class DiscrepancyTable;
class EmptyState;
class FacetPane;
class ListTable;
class QueryChips;
class SearchBar;
class Triage;
class ViewsButton;

class Room final : public QWidget {
    Q_OBJECT

public:
    enum class Stage { NoWorkspace, NoData, NotReconciled, Outdated, Ready };

    explicit Room(QWidget *parent = nullptr);

    void setStage(Stage stage, const QString &period);
    void setReadOnly(bool isReadOnly);
    void setFirstDay(Day firstDayOfNextPeriod);
    void showRows(DiscrepancyColumns rows);
    void showStrip(const StripNumbers &numbers);
    void showQuery(const QString &query);
    void showViews(std::vector<SavedView> own); // of the workspace
    SavedView currentView() const;              // without a name
    void showPosition(const std::string &key, const PositionDetail &detail);
    void showHistory(const std::string &key, const std::vector<Decision> &decisions, const std::vector<Note> &notes);
    void showPast(const std::string &key, const PastMonths &past);
    // Answers to decideWanted: the rows as they are now, or why nothing was stored.
    void showDecided(const std::vector<DiscrepancyRow> &rows, const std::vector<DecideRequest> &requests);
    // Acts of earlier sittings that may still be taken back, the last one at the end; those of another workspace or month go.
    void showDone(std::vector<ActHistory::Acts> acts);
    void showRefused(const QString &why, const ActHistory::Acts &requests = {}); // `requests`: none where nothing was to be decided
    void showChanged(const DiscrepancyRow &row);                                 // new values without a decision: a note
    void forget(); // of another workspace: filter, ticks, half-written forms, what can be undone

    DiscrepancyTable *table() const { return m_table; }
    ListTable *list() const { return m_list; }
    SearchBar *searchBar() const { return m_search; }
    FacetPane *facetPane() const { return m_facets; }
    DetailPane *detail() const { return m_detail; }
    EmptyState *emptyState() const { return m_empty; }
    const Triage &triage() const { return *m_triage; }
    std::vector<int> targets() const; // rows an act is about: the ticked ones, else the cursor's

signals:
    void decideWanted(const std::vector<br::DecideRequest> &requests);
    void detailWanted(const br::DiscrepancyRow &row);
    void noteWanted(const std::string &key, const QString &text);
    void mapWanted(const br::DiscrepancyRow &row);
    void saveViewWanted(const br::SavedView &view); // without a name
    void removeViewWanted(const QString &name);
    void reconcileWanted();
    void sourcesWanted();
    void openWanted();
    void positionsWanted(); // all that was compared, client by client

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void connectActs();
    void connectParts();
    void connectViews();
    void showView(const SavedView &view);
    void fillCellMenu(QMenu *menu, const QModelIndex &cell);
    void applyQuery();
    void putCursor(const std::string &key);
    void refreshCounts();
    void refreshActs();
    void refreshEmpty();
    void showCursor();
    void readAgain(const std::string &before);
    void moveBy(int rows, bool extend);
    void toggleTick();
    void giveUp();
    void act(Act act);
    void actOnMany(Act act);
    void askForm(int purpose);
    void send(DecideRequest request);
    QString whyUnused(const QString &letter) const;
    int goToTarget(); // -1: there is not exactly one
    void undoLast();
    void redoLast();
    void showMessage(const QString &text, bool isBad);
    void fitColumns();
    void fitFacets();
    int openRows() const;

    DiscrepancyTable *m_table;
    ListTable *m_list;
    Triage *m_triage;
    DifferenceStrip *m_strip;
    SearchBar *m_search;
    QueryChips *m_chips;
    ViewsButton *m_views;
    FacetPane *m_facets;
    DetailPane *m_detail;
    EmptyState *m_empty;
    QStackedWidget *m_middle;
    QSplitter *m_splitter;
    QLabel *m_count;
    QLabel *m_message;
    QToolButton *m_clear;
    QToolButton *m_filters; // seen where there is no room for filters and list
    QToolButton *m_undo;
    QToolButton *m_reconcile;
    QWidget *m_searchLine;
    Stage m_stage = Stage::NoWorkspace;
    QString m_period;
    Day m_from;
    bool m_isReadOnly = false;
    bool m_isTicking = false;
    bool m_isSplitByHand = false;
    std::optional<bool> m_areFacetsWanted; // by a person; none: as the room allows
    std::optional<bool> m_isFittedNarrow;  // none: not yet
    ActHistory m_history;
};

} // namespace br
