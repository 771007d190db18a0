#include "ui/dialogs/shortcutsheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace br {

namespace {

QString line(const QString &keys, const QString &text)
{
    return QStringLiteral("<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), text.toHtmlEscaped());
}

QString lines(const QList<QAction *> &actions)
{
    QString html;
    for (const QAction *action : actions) {
        QStringList keys;
        const QList<QKeySequence> shortcuts = action->shortcuts();
        for (const QKeySequence &shortcut : shortcuts)
            keys << shortcut.toString(QKeySequence::NativeText);
        QString text = action->text();
        if (!keys.isEmpty())
            html += line(keys.join(QStringLiteral(", ")), text.remove(QLatin1Char('&')));
    }
    return html;
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &everywhere, const QList<QAction *> &inTheList, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutSheet"));
    resize(520, 620);
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(tr("Everywhere")) + lines(everywhere);
    html += QStringLiteral("</table><h3>%1</h3><table>").arg(tr("In the list of discrepancies")) + lines(inTheList);
    html += QStringLiteral("</table><h3>%1</h3><table>").arg(tr("In every table"));
    html += line(tr("Ctrl+C"), tr("Copy the chosen rows; with Shift also the headers"));
    html += line(tr("Enter"), tr("Open the row"));
    html += QStringLiteral("</table>");
    auto *text = new QTextBrowser(this);
    text->setHtml(html);
    text->setAccessibleName(windowTitle());
    text->setObjectName(QStringLiteral("shortcutText"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text);
    layout->addWidget(buttons);
}

} // namespace br
