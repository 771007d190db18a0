#include "ui/pages/page.h"

#include "core/base/text.h"

#include <QShowEvent>

namespace br {

Page::Page(const PageContext &context, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
{
    setObjectName(name);
}

void Page::setPeriod(const std::optional<Period> &period)
{
    m_period = period;
    refresh();
}

void Page::clear()
{
    m_period.reset();
    m_isStale = true;
    forget();
}

void Page::refresh()
{
    m_isStale = !isVisible();
    if (!m_isStale && session().isOpen())
        read();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale && session().isOpen()) {
        m_isStale = false;
        read();
    }
}

void Page::complain(const Error &error)
{
    if (error.code == Errc::Cancelled) {
        emit told(tr("Cancelled. Nothing was changed."));
        return;
    }
    prompts().tell(this, tr("This did not work"), toQString(error.message), toQString(error.detail));
}

} // namespace br
