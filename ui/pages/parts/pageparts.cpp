#include "ui/pages/parts/pageparts.h"

#include "core/base/text.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace br {

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(typeFont(Type::Strong));
    return label;
}

ToneLabel *muted(const QString &text, QWidget *parent)
{
    auto *label = new ToneLabel(text, Tone::Muted, parent);
    label->setWordWrap(true);
    return label;
}

ToneLabel *sentence(const QString &name, QWidget *parent)
{
    auto *label = new ToneLabel({}, Tone::Text, parent);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *button(const QString &name, const QString &text, const QString &icon, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    if (!icon.isEmpty())
        made->setIcon(themeIcon(icon));
    made->setAutoDefault(false);
    QString plain = text;
    made->setAccessibleName(plain.remove(QLatin1Char('&')));
    return made;
}

void searchByKeys(QWidget *page, QLineEdit *search)
{
    auto *find = new QAction(search->accessibleName(), page);
    find->setShortcuts({QKeySequence(Qt::Key_Slash), QKeySequence(QKeySequence::Find)});
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    page->addAction(find);
    QObject::connect(find, &QAction::triggered, search, [search] {
        search->setFocus(Qt::ShortcutFocusReason);
        search->selectAll();
    });
}

void roomy(QBoxLayout *layout)
{
    layout->setContentsMargins(space::large, space::medium, space::large, space::medium);
    layout->setSpacing(space::small);
}

QBoxLayout *inRow(std::initializer_list<QWidget *> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::small);
    for (QWidget *widget : widgets) {
        if (widget)
            row->addWidget(widget);
        else
            row->addStretch(1);
    }
    return row;
}

QString exactly(const char *field, const std::string &value)
{
    return QLatin1String(field) + QStringLiteral(":=\"") + toQString(value).replace(QLatin1Char('"'), QStringLiteral("\"\""))
        + QLatin1Char('"');
}

} // namespace br
