// Screenshots: walks all pages at two sizes in both themes and saves a picture of each; waits until each page has settled.
//
// Thread rule: interface thread.
#pragma once

#include "ui/theme/theme.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <vector>

namespace br {

class MainWindow;

class Screenshots final : public QObject {
    Q_OBJECT

public:
    Screenshots(MainWindow &window, const QString &folder, QObject *parent);
    void begin(bool withWorkspace);

signals:
    void themeWanted(br::ThemeChoice choice);
    void finished(bool ok);

private:
    struct Shot {
        QString page; // empty: as the window stands
        ThemeChoice theme;
        QSize size;
    };
    void look();
    void take();
    void prepare();

    MainWindow &m_window;
    QString m_folder;
    QTimer m_timer;
    QElapsedTimer m_waiting;
    std::vector<Shot> m_shots;
    size_t m_next = 0;
    int m_quiet = 0; // looks in a row that found nothing running
    bool m_ok = true;
    bool m_needsWorkspace = false;
};

} // namespace br
