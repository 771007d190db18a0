// DiscrepanciesPage: the room tied to the session: asks the workspace's verbs and hands their answers in.
//
// Follows changed(): reads again when results or decisions changed elsewhere. Answers about a period or row that is no longer
// shown are dropped. Thread rule: interface thread; never waits.
#pragma once

#include "core/domain/savedview.h"
#include "core/session/session.h"
#include "core/workspace/deciding.h"
#include "ui/pages/discrepancies/room/strip.h"

#include <QWidget>

namespace br {

class Prompts;
class Room;

class DiscrepanciesPage final : public QWidget {
    Q_OBJECT

public:
    // `prompts` asks for the name of a view; without it views cannot be saved.
    explicit DiscrepanciesPage(Session &session, QWidget *parent = nullptr, Prompts *prompts = nullptr);

    void setPeriod(const std::optional<Period> &period);    // none: the workspace has no month yet
    void showQuery(const QString &query);                   // other pages link into the list
    void showRows(const std::vector<DiscrepancyRow> &rows); // what the answer of the workspace shows; for tests too
    Room *room() const { return m_room; }

signals:
    void sourcesRequested();
    void openRequested();
    void clientsRequested();
    void mappingRequested(const QString &tab); // of the Mapping page: accounts or meters

private:
    void reload();
    void takeChange(Session::Changes changes);
    void reconcileNow();
    void decideAbout(const std::vector<DecideRequest> &requests);
    void loadDetail(const DiscrepancyRow &row);
    void addNoteTo(const std::string &key, const QString &text);
    void refreshStrip();
    void readApproved();
    void readViews();
    void saveViewAs(SavedView view);
    void removeViewOf(const QString &name);
    QString periodName() const;

    Session &m_session;
    Prompts *m_prompts;
    Room *m_room;
    std::optional<Period> m_period;
    PositionTotals m_positions;
    AdjustmentWorth m_approved;
    bool m_wantsLastActs = true; // of a month or workspace that was not shown yet
    int m_approvedTicket = 0;
    int m_ticket = 0;         // of the last reload: older answers are dropped
    bool m_isTelling = false; // our own change comes back through the session
};

} // namespace br
