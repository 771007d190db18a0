// Page: one entry of the navigation. It reads when it is seen and something changed, and asks the Session, never the store.
//
// A page holds no state of the workspace but what it shows; it reads again when told. Thread rule: interface thread.
#pragma once

#include "core/session/session.h"
#include "ui/dialogs/prompts.h"

#include <QWidget>

#include <optional>

namespace br {

struct PageContext {
    Session *session = nullptr; // not owned; outlives the pages
    Prompts *prompts = nullptr; // not owned
};

// Gives the keyboard to the main list of a page (its focus proxy), or to the first that takes it where there is none; where the page is
// being edited, to the field that had it.
void takeFocus(QWidget &page);

class Page : public QWidget {
    Q_OBJECT

public:
    Page(const PageContext &context, const QString &name, QWidget *parent);

    void setPeriod(const std::optional<Period> &period); // none: the workspace has none yet
    void clear();                                        // of another workspace
    // Reads again now where the page is seen, else when it is seen next.
    void refresh();
    virtual bool isBeingEdited() const { return false; } // something entered is not stored yet

signals:
    void discrepanciesWanted(const QString &query); // "every number is a link to the rows behind it"
    void pageWanted(const QString &page);
    void importWanted(const QStringList &files); // files may be empty: ask for them
    void sourceWanted(const QString &source);
    void periodWanted(const br::Period &period);
    void told(const QString &sentence); // a short sentence for the status line

protected:
    virtual void read() = 0;
    // Another workspace was opened: what stands there belongs to the one before. What was asked of that one is answered no more.
    virtual void forget() { }
    void showEvent(QShowEvent *event) override;

    Session &session() const { return *m_context.session; }
    Prompts &prompts() const { return *m_context.prompts; }
    const PageContext &context() const { return m_context; }
    const std::optional<Period> &period() const { return m_period; }
    bool mayWrite() const { return session().isOpen() && !session().isReadOnly(); }
    // Shows the error's sentence in a dialog; cancelled jobs are only told.
    void complain(const Error &error);

private:
    PageContext m_context;
    std::optional<Period> m_period;
    bool m_isStale = true;
};

} // namespace br
