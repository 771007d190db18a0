// StartPage: what is seen before a workspace is open: the sample, a new workspace, open, recent files. Thread rule: interface thread.
#pragma once

#include <QWidget>

class QListWidget;
class QLabel;

namespace br {

class StartPage final : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget *parent);
    void setRecent(const QStringList &files);

signals:
    void sampleWanted();
    void newWanted();
    void openWanted();
    void fileWanted(const QString &file);

private:
    QListWidget *m_recent;
    QLabel *m_recentTitle;
};

} // namespace br
