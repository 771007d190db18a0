// MainWindow: the frame around the pages: navigation, month bar, pages, progress, menus, status line; nothing else.
//
// Owns the pages; does not own the session, the prompts or what the application hands in. Thread rule: interface thread.
#pragma once

#include "ui/mainwindow/fileopener.h"
#include "ui/pages/page.h"
#include "ui/theme/theme.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace br {

class DiscrepanciesPage;
class MappingPage;
class MonthBar;
class Navigation;
class ReadOnlyBanner;
class Reconciler;
class ServicesPage;
class SourcesPage;
class StartPage;

struct Shell {
    Session *session = nullptr;
    Prompts *prompts = nullptr;
    Sample sample;
    const Clock *clock = nullptr;
    std::function<void(ThemeChoice)> setTheme;
    ThemeChoice theme = ThemeChoice::System;
};

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Shell shell);
    ~MainWindow() override;

    FileOpener &files() { return *m_files; }
    void choosePeriod(Period period); // now, or as soon as the workspace is open
    void showPage(const QString &name);
    void syncAll(); // on the Sources page, where it is seen
    QStringList pageNames() const;
    bool isWorking() const; // a workspace is open and shown
    bool isSettled() const; // nothing runs and nothing is asked: for screenshots and tests

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePages();
    void addPage(Page *page, const QString &title, const QString &icon);
    void layOut();
    void makeMenus();
    QList<QAction *> menuActions() const;
    QList<QAction *> listActions() const; // of the discrepancies
    void connectSession();
    void showOpened();
    void showClosed();
    void showLastRun();
    void refreshPages();
    void readPeriods();
    void setPeriod(const std::optional<Period> &period);
    void showDiscrepancies(const QString &query);
    void leaveThen(const std::function<void()> &go); // once nothing that is not saved is lost by it

    Shell m_shell;
    FileOpener *m_files;
    Reconciler *m_reconciler;
    Navigation *m_navigation;
    MonthBar *m_month;
    QStackedWidget *m_stack; // pages
    QStackedWidget *m_outer; // start page or the frame with the pages
    ReadOnlyBanner *m_banner;
    QLabel *m_lastRun; // in the status line
    StartPage *m_start;
    DiscrepanciesPage *m_discrepancies = nullptr;
    MappingPage *m_mapping = nullptr;
    ServicesPage *m_services = nullptr;
    SourcesPage *m_sources = nullptr;
    std::vector<Page *> m_pages;
    QStringList m_names;
    QList<QAction *> m_needOpen; // actions that need an open workspace
    std::optional<Period> m_wanted;
};

} // namespace br
