#include "ui/dialogs/realprompts.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace br {

namespace {

// Where no window manager does it, the keyboard goes back to the window that asked.
void giveBack(QWidget *parent)
{
    if (parent)
        parent->window()->activateWindow();
}

} // namespace

QString RealPrompts::folder() const
{
    return m_folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : m_folder;
}

void RealPrompts::remember(const QString &file)
{
    if (!file.isEmpty())
        m_folder = QFileInfo(file).absolutePath();
}

QString RealPrompts::openFile(QWidget *parent, const QString &title, const QString &filter)
{
    const QString file = QFileDialog::getOpenFileName(parent, title, folder(), filter);
    giveBack(parent);
    remember(file);
    return file;
}

QStringList RealPrompts::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    const QStringList files = QFileDialog::getOpenFileNames(parent, title, folder(), filter);
    giveBack(parent);
    if (!files.isEmpty())
        remember(files.first());
    return files;
}

QString RealPrompts::saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter)
{
    const QString file = QFileDialog::getSaveFileName(parent, title, folder() + QLatin1Char('/') + suggestion, filter);
    giveBack(parent);
    remember(file);
    return file;
}

bool RealPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &action)
{
    QMessageBox box(QMessageBox::Question, title, text, QMessageBox::NoButton, parent);
    const QPushButton *go = box.addButton(action, QMessageBox::AcceptRole);
    QPushButton *no = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(no);
    box.exec();
    giveBack(parent);
    return box.clickedButton() == go;
}

std::optional<QString> RealPrompts::text(QWidget *parent, const QString &title, const QString &label, const QString &initial)
{
    QInputDialog dialog(parent);
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(initial);
    (void)dialog.sizeHint(); // lays it out: before, there is no button
    const auto *box = dialog.findChild<QDialogButtonBox *>();
    QPushButton *go = box ? box->button(QDialogButtonBox::Ok) : nullptr;
    const auto askForText = [go](const QString &text) {
        if (go)
            go->setEnabled(!text.trimmed().isEmpty()); // nothing is no answer
    };
    QObject::connect(&dialog, &QInputDialog::textValueChanged, &dialog, askForText);
    askForText(initial);
    const bool isGiven = dialog.exec() == QDialog::Accepted;
    giveBack(parent);
    const auto answer = dialog.textValue().trimmed();
    return isGiven && !answer.isEmpty() ? std::optional(answer) : std::nullopt;
}

void RealPrompts::tell(QWidget *parent, const QString &title, const QString &text, const QString &detail)
{
    QMessageBox box(QMessageBox::Information, title, text, QMessageBox::Ok, parent);
    if (!detail.isEmpty())
        box.setDetailedText(detail);
    box.exec();
    giveBack(parent);
}

int RealPrompts::run(QDialog &dialog)
{
    const int answer = dialog.exec();
    giveBack(dialog.parentWidget());
    return answer;
}

} // namespace br
