#include "ui/dialogs/clientchooser.h"

#include "core/base/text.h"
#include "core/words/words.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace br {

namespace {
enum Role { IdRole = Qt::UserRole, ReasonRole };
}

ClientChooser::ClientChooser(
    const QString &account, const std::vector<Client> &clients, const std::vector<Suggestion> &suggestions, QWidget *parent)
    : QDialog(parent)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_go(nullptr)
{
    setObjectName(QStringLiteral("clientChooser"));
    setWindowTitle(tr("Link to a client"));
    resize(520, 480);
    m_search->setObjectName(QStringLiteral("clientFilter"));
    m_search->setPlaceholderText(tr("Type a part of the name or id"));
    m_search->setAccessibleName(tr("Find a client"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("clientList"));
    m_list->setAccessibleName(tr("Clients"));
    const auto add = [this](const QString &text, const ClientId &id, const QString &reason) {
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(IdRole, toQString(id.text));
        item->setData(ReasonRole, reason);
    };
    for (const Suggestion &suggestion : suggestions) {
        const QString reason = toQString(suggestionReason(suggestion.why, suggestion.percent));
        add(tr("%1 — suggested: %2").arg(toQString(suggestion.clientName), reason), suggestion.client, reason);
    }
    for (const Client &client : clients)
        add(tr("%1 — %2").arg(toQString(client.name), toQString(client.id.text)), client.id, tr("chosen by hand"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Link"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("linkGo"));
    m_go->setDefault(true);
    auto *label = new QLabel(tr("Which client is the account “%1”?").arg(account), this);
    label->setWordWrap(true);
    auto *all = new QVBoxLayout(this);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_search, m_list, buttons})
        all->addWidget(widget);
    connect(m_search, &QLineEdit::textChanged, this, &ClientChooser::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) { m_go->setEnabled(row >= 0); });
    connect(m_list, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Only what is suggested is proposed: the first of the alphabet is nobody's choice.
    m_list->setCurrentRow(suggestions.empty() ? -1 : 0);
    m_go->setEnabled(m_list->currentRow() >= 0);
    m_search->setFocus();
}

ClientId ClientChooser::client() const
{
    return m_list->currentItem() ? ClientId(toUtf8(m_list->currentItem()->data(IdRole).toString())) : ClientId();
}

std::string ClientChooser::reason() const
{
    return m_list->currentItem() ? toUtf8(m_list->currentItem()->data(ReasonRole).toString()) : std::string();
}

bool ClientChooser::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QDialog::eventFilter(object, event);
}

void ClientChooser::filter(const QString &text)
{
    int first = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        const bool fits = m_list->item(i)->text().contains(text.trimmed(), Qt::CaseInsensitive);
        m_list->item(i)->setHidden(!fits);
        if (fits && first < 0)
            first = i;
    }
    m_list->setCurrentRow(text.trimmed().isEmpty() ? -1 : first);
}

} // namespace br
