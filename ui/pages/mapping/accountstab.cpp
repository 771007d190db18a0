#include "ui/pages/mapping/accountstab.h"

#include "core/base/text.h"
#include "core/words/words.h"
#include "ui/dialogs/clientchooser.h"
#include "ui/pages/mapping/linkundo.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <set>
#include <utility>

namespace br {

namespace {

QString clientText(const AccountChoice &choice)
{
    if (choice.row.link && choice.row.link->state == AccountLink::State::Linked)
        return toQString(choice.row.clientName.empty() ? choice.row.link->client.text : choice.row.clientName);
    if (choice.row.link)
        return AccountsTab::tr("(ignored)");
    return choice.suggestions.empty() ? QString() : AccountsTab::tr("%1 ?").arg(toQString(choice.suggestions.front().clientName));
}

QString reasonText(const AccountChoice &choice)
{
    if (choice.row.link)
        return toQString(choice.row.link->reason);
    if (choice.suggestions.empty())
        return AccountsTab::tr("nothing alike");
    const Suggestion &best = choice.suggestions.front();
    return AccountsTab::tr("suggested: %1").arg(toQString(suggestionReason(best.why, best.percent, choice.row.account.domain)));
}

QString stateText(const AccountChoice &choice)
{
    if (!choice.row.link)
        return AccountsTab::tr("unmapped");
    return choice.row.link->state == AccountLink::State::Linked ? AccountsTab::tr("linked") : AccountsTab::tr("ignored");
}

AccountLink linkOf(const AccountChoice &choice, const ClientId &client, const std::string &reason)
{
    return {choice.row.account.source, choice.row.account.id, client, AccountLink::State::Linked, reason};
}

} // namespace

AccountsTab::AccountsTab(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("accountsTab"), parent)
    , m_undo(new LinkUndo(context, this))
{
    makeModel();
    layOut();
    connect(m_search, &QLineEdit::textChanged, m_model, &RowsModel<AccountChoice>::setFilterText);
    connect(m_onlyUnmapped, &QCheckBox::toggled, this, &AccountsTab::filter);
    connect(m_threshold, &QComboBox::currentIndexChanged, this, &AccountsTab::enableActions);
    connect(m_table, &PageTable::chosenChanged, this, &AccountsTab::enableActions);
    connect(m_table, &PageTable::opened, this, &AccountsTab::linkToOther);
    connect(m_accept, &QPushButton::clicked, this, &AccountsTab::acceptChosen);
    connect(m_acceptAll, &QPushButton::clicked, this, &AccountsTab::acceptAbove);
    connect(m_other, &QPushButton::clicked, this, &AccountsTab::linkToOther);
    connect(m_ignore, &QPushButton::clicked, this, &AccountsTab::ignore);
    connect(m_unlink, &QPushButton::clicked, this, &AccountsTab::unlink);
    connect(m_undo, &LinkUndo::told, this, &Page::told);
    connect(m_undo, &LinkUndo::failed, this, &AccountsTab::complain);
}

void AccountsTab::makeModel()
{
    m_model = new RowsModel<AccountChoice>(
        {{{QStringLiteral("state"), tr("State"), CellKind::Text, 11}, [](const AccountChoice &c) { return textCell(stateText(c)); }},
            {{QStringLiteral("account"), tr("Account"), CellKind::Text, 24, true, {}, true},
                [](const AccountChoice &c) { return textCell(c.row.account.name.empty() ? c.row.account.id.text : c.row.account.name); }},
            {{QStringLiteral("source"), tr("Source"), CellKind::Text, 14},
                [](const AccountChoice &c) { return textCell(c.row.account.source.text); }},
            {{QStringLiteral("client"), tr("Client"), CellKind::Text, 24, true, {}, true},
                [](const AccountChoice &c) { return textCell(clientText(c)); }},
            {{QStringLiteral("reason"), tr("Why"), CellKind::Text, 26, true, {}, true},
                [](const AccountChoice &c) { return textCell(reasonText(c)); }},
            {{QStringLiteral("percent"), tr("Alike"), CellKind::Number, 7},
                [](const AccountChoice &c) {
                    return c.row.link || c.suggestions.empty()
                        ? textCell(QString())
                        : Cell{tr("%1 %").arg(c.suggestions.front().percent), c.suggestions.front().percent};
                }},
            {{QStringLiteral("worth"), tr("Worth a month"), CellKind::Money, 15, true, tr("Estimated by the default prices of services")},
                [](const AccountChoice &c) {
                    return c.row.estimatedWorth ? moneyCell(c.row.estimatedWorth->amount, c.row.estimatedWorth->currency, false)
                                                : textCell(unknownText());
                }},
            {{QStringLiteral("assets"), tr("Assets"), CellKind::Number, 8},
                [](const AccountChoice &c) { // none: it states numbers, not one asset by one
                    return c.row.assets > 0 ? numberCell(qint64{c.row.assets}) : Cell{.text = unknownText()};
                }}},
        [](const AccountChoice &c) { return toQString(c.row.account.source.text + '\n' + c.row.account.id.text); }, this);
    m_table = new PageTable(m_model, QStringLiteral("accounts"), tr("Accounts"), this);
    m_table->allowMany();
    setFocusProxy(m_table);
}

void AccountsTab::layOut()
{
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("accountSearch"));
    m_search->setPlaceholderText(tr("Find an account"));
    m_search->setAccessibleName(tr("Find an account"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    searchByKeys(this, m_search);
    m_onlyUnmapped = new QCheckBox(tr("&Only unmapped"), this);
    m_onlyUnmapped->setObjectName(QStringLiteral("onlyUnmapped"));
    m_threshold = new QComboBox(this);
    m_threshold->setObjectName(QStringLiteral("threshold"));
    m_threshold->setAccessibleName(tr("Accept suggestions at or above"));
    for (const int percent : {100, 95, 90, 85, 80})
        m_threshold->addItem(tr("≥ %1 %").arg(percent), percent);
    m_threshold->setCurrentIndex(2);
    m_acceptAll = button(QStringLiteral("acceptAll"), tr("Accept &all suggestions"), QStringLiteral("good"), this);
    m_accept = button(QStringLiteral("acceptSuggestion"), tr("A&ccept suggestion"), QStringLiteral("link"), this);
    m_other = button(QStringLiteral("linkOther"), tr("&Link to…"), QStringLiteral("search"), this);
    m_ignore = button(QStringLiteral("ignoreAccount"), tr("&Ignore…"), QStringLiteral("dismiss"), this);
    m_unlink = button(QStringLiteral("unlinkAccount"), tr("&Unlink"), QStringLiteral("unlink"), this);
    auto *undo = new QToolButton(this);
    undo->setDefaultAction(m_undo->undoAction());
    undo->setObjectName(QStringLiteral("undoLinkButton"));
    undo->setAccessibleName(m_undo->undoAction()->text());
    undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    undo->setFocusPolicy(Qt::StrongFocus);
    m_summary = sentence(QStringLiteral("accountSummary"), this);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, space::small, 0, 0);
    all->addWidget(m_summary);
    all->addLayout(inRow({m_search, m_onlyUnmapped, nullptr, m_threshold, m_acceptAll}));
    all->addWidget(m_table, 1);
    all->addLayout(inRow({m_accept, m_other, m_ignore, m_unlink, nullptr, undo}));
}

void AccountsTab::forget()
{
    m_undo->forget();
    m_search->clear();
    m_onlyUnmapped->setChecked(false);
    show({});
}

void AccountsTab::read()
{
    if (!period()) {
        show({});
        return;
    }
    session().ask(
        this,
        [period = *period()](Workspace &workspace) -> Result<Answer> {
            auto rows = accountRows(workspace, period);
            if (!rows)
                return rows.error();
            auto known = clients(workspace, period);
            if (!known)
                return known.error();
            auto suggestions = suggestLinks(workspace, period);
            if (!suggestions)
                return suggestions.error();
            std::map<std::pair<SourceName, AccountId>, std::vector<Suggestion>> byAccount;
            for (Suggestion &suggestion : *suggestions)
                byAccount[{suggestion.source, suggestion.account}].push_back(std::move(suggestion));
            Answer answer;
            answer.clients = std::move(known).value();
            for (AccountRow &row : *rows) {
                auto found = byAccount.find({row.account.source, row.account.id});
                answer.accounts.push_back(
                    {std::move(row), found == byAccount.end() ? std::vector<Suggestion>() : std::move(found->second)});
            }
            return answer;
        },
        [this](Result<Answer> answer) {
            if (answer)
                show(std::move(answer).value());
            else
                complain(answer.error());
        });
}

void AccountsTab::show(Answer answer)
{
    m_clients = std::move(answer.clients);
    const auto unmapped = static_cast<int>(
        std::count_if(answer.accounts.begin(), answer.accounts.end(), [](const AccountChoice &c) { return !c.row.link; }));
    const auto all = static_cast<int>(answer.accounts.size());
    m_summary->setText(all == 0 ? tr("No account in this month. Import a vendor's report under Sources.")
            : unmapped == 0     ? tr("All %n account(s) are linked or ignored.", nullptr, all)
                                : tr("%n account(s) need a client: what they use is compared with nothing until then.", nullptr, unmapped));
    // Unmapped accounts come first: where new ones came, they are what is looked for.
    const auto keyOf = [](const AccountChoice &c) { return std::pair(c.row.account.source, c.row.account.id); };
    std::set<std::pair<SourceName, AccountId>> known;
    for (const AccountChoice &choice : m_model->allRows())
        known.insert(keyOf(choice));
    const bool hasNews
        = std::ranges::any_of(answer.accounts, [&](const AccountChoice &c) { return !c.row.link && !known.contains(keyOf(c)); });
    m_model->setRows(std::move(answer.accounts));
    if (hasNews || m_table->currentRow() < 0)
        m_table->chooseRow(0);
    enableActions();
    emit unmappedCounted(unmapped);
}

void AccountsTab::filter()
{
    if (m_onlyUnmapped->isChecked())
        m_model->setFilter([](const AccountChoice &choice) { return !choice.row.link; });
    else
        m_model->setFilter({});
}

std::vector<AccountChoice> AccountsTab::chosen() const
{
    std::vector<AccountChoice> rows;
    for (const int row : m_table->selectedRows())
        rows.push_back(m_model->row(row));
    return rows;
}

void AccountsTab::enableActions()
{
    const std::vector<AccountChoice> rows = chosen();
    const bool writable = mayWrite();
    m_undo->setWritable(writable);
    const auto any = [&rows](auto fits) { return std::any_of(rows.begin(), rows.end(), fits); };
    m_accept->setEnabled(writable && any([](const AccountChoice &c) { return !c.row.link && !c.suggestions.empty(); }));
    m_other->setEnabled(writable && rows.size() == 1);
    m_ignore->setEnabled(writable && !rows.empty());
    m_unlink->setEnabled(writable && any([](const AccountChoice &c) { return c.row.link.has_value(); }));
    const int least = m_threshold->currentData().toInt();
    const auto &every = m_model->allRows();
    const auto count = std::count_if(every.begin(), every.end(),
        [least](const AccountChoice &c) { return !c.row.link && !c.suggestions.empty() && c.suggestions.front().percent >= least; });
    m_acceptAll->setText(count > 0 ? tr("Accept &all %n suggestion(s)", nullptr, static_cast<int>(count)) : tr("Accept &all suggestions"));
    m_acceptAll->setEnabled(writable && count > 0);
}

LinkChange AccountsTab::changeOf(const SourceName &source, const AccountId &account, const std::optional<AccountLink> &after) const
{
    const auto &all = m_model->allRows();
    const auto now = std::ranges::find_if(
        all, [&](const AccountChoice &choice) { return choice.row.account.source == source && choice.row.account.id == account; });
    return {source, account, now == all.end() ? std::nullopt : now->row.link, after};
}

void AccountsTab::store(const std::vector<AccountLink> &links)
{
    if (links.empty())
        return;
    std::vector<LinkChange> changes;
    for (const AccountLink &link : links)
        changes.push_back(changeOf(link.source, link.account, link));
    session().ask(
        this, [links](Workspace &workspace) { return setLinks(workspace, links); },
        [this, changes, count = static_cast<int>(links.size())](const Status &stored) {
            if (!stored) {
                complain(stored.error());
                return;
            }
            m_undo->made(changes);
            emit told(tr("%n account(s) stored.", nullptr, count));
            session().tellChanged(Session::Change::Links);
        });
}

void AccountsTab::acceptChosen()
{
    std::vector<AccountLink> links;
    for (const AccountChoice &choice : chosen()) {
        if (!choice.row.link && !choice.suggestions.empty()) {
            const Suggestion &best = choice.suggestions.front();
            links.push_back(linkOf(choice, best.client, suggestionReason(best.why, best.percent, choice.row.account.domain)));
        }
    }
    store(links);
}

void AccountsTab::acceptAbove()
{
    const int least = m_threshold->currentData().toInt();
    std::vector<AccountLink> links;
    std::vector<const AccountChoice *> taken;
    for (const AccountChoice &choice : m_model->allRows()) {
        if (choice.row.link || choice.suggestions.empty() || choice.suggestions.front().percent < least)
            continue;
        const Suggestion &best = choice.suggestions.front();
        links.push_back(linkOf(choice, best.client, suggestionReason(best.why, best.percent, choice.row.account.domain)));
        taken.push_back(&choice);
    }
    std::ranges::stable_sort(taken, {}, [](const AccountChoice *choice) { return choice->suggestions.front().percent; });
    QStringList samples;
    for (size_t i = 0; i < std::min<size_t>(taken.size(), 3); ++i) {
        const Suggestion &best = taken[i]->suggestions.front();
        samples << tr("%1 (%2) → %3, %4 % alike")
                       .arg(toQString(taken[i]->row.account.name), toQString(taken[i]->row.account.source.text), toQString(best.clientName))
                       .arg(best.percent);
    }
    const auto count = static_cast<int>(links.size());
    if (prompts().confirm(this, tr("Link %n account(s)?", nullptr, count),
            tr("All suggestions of at least %1 % are linked. The least certain of them:\n%2")
                .arg(least)
                .arg(samples.join(QLatin1Char('\n'))),
            tr("Link %n account(s)", nullptr, count)))
        store(links);
}

void AccountsTab::linkToOther()
{
    const std::vector<AccountChoice> rows = chosen();
    if (rows.size() != 1 || !mayWrite())
        return;
    const AccountChoice &choice = rows.front();
    ClientChooser chooser(toQString(choice.row.account.name), m_clients, choice.suggestions, this);
    if (prompts().run(chooser) != QDialog::Accepted || chooser.client().isEmpty() || !isChangeMeant(choice, chooser.client()))
        return;
    store({linkOf(choice, chooser.client(), chooser.reason())});
}

// What an account uses moves to another client with its link: that is asked.
bool AccountsTab::isChangeMeant(const AccountChoice &choice, const ClientId &client)
{
    const auto &link = choice.row.link;
    if (!link || link->state != AccountLink::State::Linked)
        return true;
    if (link->client == client)
        return false; // nothing to change
    const auto named = std::ranges::find(m_clients, client, &Client::id);
    return prompts().confirm(this, tr("Link it to another client?"),
        tr("“%1” is linked to %2. What it uses will be compared with what %3 is billed.")
            .arg(toQString(choice.row.account.name), clientText(choice), toQString(named == m_clients.end() ? client.text : named->name)),
        tr("Change the link"));
}

void AccountsTab::ignore()
{
    const std::vector<AccountChoice> rows = chosen();
    const auto reason = prompts().text(this, tr("Ignore %n account(s)", nullptr, static_cast<int>(rows.size())),
        tr("Why is it left out of every comparison? (for example: our own tenant)"), {});
    if (!reason)
        return;
    std::vector<AccountLink> links;
    for (const AccountChoice &choice : rows)
        links.push_back({choice.row.account.source, choice.row.account.id, {}, AccountLink::State::Ignored, toUtf8(*reason)});
    store(links);
}

void AccountsTab::unlink()
{
    std::vector<std::pair<SourceName, AccountId>> accounts;
    std::vector<LinkChange> changes;
    for (const AccountChoice &choice : chosen()) {
        if (!choice.row.link)
            continue;
        accounts.emplace_back(choice.row.account.source, choice.row.account.id);
        changes.push_back(changeOf(choice.row.account.source, choice.row.account.id, {}));
    }
    if (accounts.empty()
        || !prompts().confirm(this, tr("Unlink %n account(s)?", nullptr, static_cast<int>(accounts.size())),
            tr("What they use is compared with nothing until they are linked again. Undo takes it back as long as this workspace is open."),
            tr("Unlink")))
        return;
    session().ask(
        this, [accounts](Workspace &workspace) { return removeLinks(workspace, accounts); },
        [this, changes](const Status &removed) {
            if (!removed) {
                complain(removed.error());
                return;
            }
            m_undo->made(changes);
            session().tellChanged(Session::Change::Links);
        });
}

} // namespace br
