#include "ui/widgets/querysheet.h"

#include "core/base/text.h"
#include "core/query/query.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>

#include <array>

using namespace Qt::StringLiterals;

namespace br {

namespace {

QLabel *label(const QString &text, Type type, QWidget *parent)
{
    auto *result = new QLabel(text, parent);
    result->setFont(typeFont(type));
    result->setTextFormat(Qt::PlainText);
    return result;
}

} // namespace

QuerySheet::QuerySheet(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setObjectName(u"querySheet"_s);
    setAccessibleName(tr("Search language"));
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(space::large, space::medium, space::large, space::large);
    grid->setHorizontalSpacing(space::huge);
    grid->setVerticalSpacing(space::tight);

    int row = 0;
    grid->addWidget(label(tr("All words must fit. Words without a field look everywhere."), Type::Strong, this), row++, 0, 1, 3);
    struct Sign {
        QString sign;
        QString meaning;
    };
    const std::array<Sign, 8> signs = {{
        {u"client:acme"_s, tr("the field holds the text")},
        {u"client:=\"Acme Ltd\""_s, tr("the field is exactly this")},
        {u"-kind:commitment"_s, tr("not these")},
        {u"kind:underbilled|not_billed"_s, tr("one or the other")},
        {u"impact:>50   impact:-100..100"_s, tr("numbers: more, less, between")},
        {u"until:2026-12"_s, tr("a day, a month or a year")},
        {u"counted:none"_s, tr("not known")},
        {u"service:*backup*"_s, tr("* any letters, ? one letter")},
    }};
    for (const auto &[sign, meaning] : signs) {
        auto *example = new QPushButton(sign, this);
        example->setFlat(true);
        example->setCursor(Qt::PointingHandCursor);
        example->setAccessibleName(tr("Take %1").arg(sign));
        example->setStyleSheet(u"text-align: left; padding: 2px 4px; border: none; color: %1;"_s.arg(tone(Tone::Accent).name()));
        connect(example, &QPushButton::clicked, this, [this, sign] {
            hide();
            emit exampleChosen(sign.section(u"   "_s, 0, 0));
        });
        grid->addWidget(example, row, 0);
        grid->addWidget(label(meaning, Type::Body, this), row++, 1, 1, 2);
    }
    QStringList fields;
    for (const auto &field : queryFields())
        fields << toQString(field);
    grid->addWidget(label(tr("Fields"), Type::Strong, this), row++, 0, 1, 3);
    auto *all = label(fields.join(u"   "_s), Type::Body, this);
    all->setWordWrap(true);
    grid->addWidget(all, row, 0, 1, 3);
    setMinimumWidth(520);
}

void QuerySheet::showBelow(QWidget *anchor)
{
    adjustSize();
    auto at = anchor->mapToGlobal(QPoint(anchor->width() - width(), anchor->height() + space::tight));
    const auto room = anchor->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())));
    move(at);
    show();
    setFocus();
}

} // namespace br
