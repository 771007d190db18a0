#include "ui/dialogs/shortcutsheet.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace br {

namespace {

QString line(const QString &keys, const QString &text)
{
    return QStringLiteral("<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>").arg(keys.toHtmlEscaped(), text.toHtmlEscaped());
}

} // namespace

ShortcutSheet::ShortcutSheet(const QList<QAction *> &actions, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    setObjectName(QStringLiteral("shortcutSheet"));
    resize(520, 620);
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(tr("Everywhere"));
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QString text = action->text();
        html += line(action->shortcut().toString(QKeySequence::NativeText), text.remove(QLatin1Char('&')));
    }
    html += QStringLiteral("</table><h3>%1</h3><table>").arg(tr("In the list of discrepancies"));
    const std::pair<QString, QString> keys[] = {{tr("J, K or arrows"), tr("Next and previous row")}, {tr("A"), tr("Approve the adjustment")},
        {tr("X"), tr("Accept or dismiss, with a reason")}, {tr("N"), tr("Add a note")}, {tr("Space"), tr("Select the row too")}, {tr("/"), tr("Search")},
        {tr("?"), tr("Help for searching")}, {tr("Enter"), tr("Open the row's details")}, {tr("Esc"), tr("Back to the list")}};
    for (const auto &[key, text] : keys)
        html += line(key, text);
    html += QStringLiteral("</table><h3>%1</h3><table>").arg(tr("In every table"));
    html += line(tr("Ctrl+C"), tr("Copy the chosen rows with headers"));
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
