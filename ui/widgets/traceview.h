// TraceView: why 47? The steps from what was found to what counts, one under the other; a click shows the names behind a step.
//
// Names are given by the page when a step is opened (namesWanted), since they are loaded on demand. Thread rule: interface.
#pragma once

#include "core/domain/rows.h"

#include <QTreeWidget>

namespace br {

class TraceView final : public QTreeWidget {
    Q_OBJECT

public:
    explicit TraceView(QWidget *parent = nullptr);
    void showTrace(const Trace &trace);
    // The names of the counted side; steps that have names can be opened from then on.
    void showNames(const PositionDetail &detail);
    int namesBehind(int step) const; // rows under a step
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, 40}; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
    Trace m_trace;
};

} // namespace br
