#include "ui/pages/page.h"

#include "core/base/text.h"

#include <QShowEvent>

namespace br {

void takeFocus(QWidget &page)
{
    const auto canTake = [&page](const QWidget *widget) {
        return widget->isVisibleTo(&page) && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
    };
    const auto *edited = qobject_cast<const Page *>(&page);
    if (edited && edited->isBeingEdited() && page.focusWidget() && canTake(page.focusWidget())) {
        page.focusWidget()->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    QWidget *first = page.focusProxy();
    while (first && first->focusProxy())
        first = first->focusProxy();
    if (!first || !canTake(first)) { // an empty page has no table
        first = page.nextInFocusChain();
        while (first != &page && !(page.isAncestorOf(first) && canTake(first)))
            first = first->nextInFocusChain();
    }
    if (first != &page)
        first->setFocus(Qt::ShortcutFocusReason);
}

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
