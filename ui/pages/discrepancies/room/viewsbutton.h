// ViewsButton: the views of the list as a menu: the ones everybody needs, the workspace's own, and keeping the view as it stands.
//
// Knows views as values; whoever owns it takes and stores them. Thread rule: interface thread.
#pragma once

#include "core/domain/savedview.h"

#include <QToolButton>

#include <vector>

namespace br {

class ViewsButton final : public QToolButton {
    Q_OBJECT

public:
    explicit ViewsButton(QWidget *parent = nullptr);
    void showViews(std::vector<SavedView> own); // of the workspace, by name
    void setReadOnly(bool isReadOnly);

signals:
    void chosen(const br::SavedView &view);
    void saveWanted();
    void removeWanted(const QString &name);

private:
    void fill();
    std::vector<SavedView> m_own;
    bool m_isReadOnly = false;
};

// The views that come with the program; without columns and order of their own.
std::vector<SavedView> shippedViews();

} // namespace br
