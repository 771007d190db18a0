#include "ui/widgets/searchbar.h"

#include "core/base/text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/queryedit.h"
#include "ui/widgets/querysheet.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QStringListModel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace br {

namespace {

constexpr int typingPause = 90; // ms

// A position in UTF-8 bytes as one in UTF-16 units.
int unitsBefore(const std::string &text, size_t bytes)
{
    return static_cast<int>(toQString(std::string_view(text).substr(0, bytes)).size());
}

QString quotedWhereNeeded(const QString &value)
{
    const bool isPlain = std::ranges::all_of(value, [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'-' || c == u'.'; });
    return isPlain && !value.isEmpty() && !value.startsWith(u'-') ? value : u'"' + QString(value).replace(u"\""_s, u"\"\""_s) + u'"';
}

} // namespace

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new QueryEdit(this))
    , m_problem(new QLabel(this))
    , m_help(new QToolButton(this))
    , m_completer(new QCompleter(this))
    , m_offers(new QStringListModel(this))
{
    setObjectName(u"searchBar"_s);
    m_edit->setObjectName(u"searchEdit"_s);
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setPlaceholderText(tr("Search, or client:acme kind:underbilled impact:>50 -status:approved    ( / )"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMinimumHeight(30);
    m_edit->addAction(themeIcon(u"search"_s, Tone::Muted), QLineEdit::LeadingPosition);
    m_edit->installEventFilter(this);
    m_help->setObjectName(u"searchHelp"_s);
    m_help->setIcon(themeIcon(u"help"_s, Tone::Muted));
    m_help->setToolTip(tr("How to search"));
    m_help->setAccessibleName(tr("How to search"));
    m_help->setAutoRaise(true);
    m_problem->setObjectName(u"searchProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();

    m_completer->setModel(m_offers);
    m_completer->setWidget(m_edit);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPause);

    auto *line = new QHBoxLayout;
    line->setSpacing(space::tight);
    line->addWidget(m_edit, 1);
    line->addWidget(m_help);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addLayout(line);
    layout->addWidget(m_problem);

    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_soon.start(); });
    connect(m_edit, &QLineEdit::textEdited, this, &SearchBar::offer);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        takeText();
        leaveIfRead();
    });
    connect(&m_soon, &QTimer::timeout, this, &SearchBar::takeTyped);
    connect(m_help, &QToolButton::clicked, this, &SearchBar::showHelp);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &SearchBar::insertCompletion);
}

QString SearchBar::text() const { return m_edit->text(); }
QWidget *SearchBar::edit() const { return m_edit; }
QString SearchBar::problem() const { return m_problem->isHidden() ? QString() : m_problem->text(); }

void SearchBar::setText(const QString &text)
{
    m_edit->setText(text);
    takeText();
}

void SearchBar::takeText() { take(toUtf8(m_edit->text())); }

// A text that is not understood keeps the keyboard: what is typed next is meant for it, and in the list letters decide.
void SearchBar::leaveIfRead()
{
    if (problem().isEmpty())
        emit leaveRequested();
}

void SearchBar::takeTyped() { take(withoutHalfTyped()); }

// Blanks take the place of the term, so that every other one stays where it is.
std::string SearchBar::withoutHalfTyped() const
{
    auto text = m_edit->text();
    const auto token = tokenAtCursor();
    const auto value = [](QChar c) { return !QStringView(u"\"=<>").contains(c); };
    const bool isHalf = isQueryField(toUtf8(token.field)) && std::ranges::none_of(token.typed, value);
    if (!isHalf)
        return toUtf8(text);
    const int end = m_edit->cursorPosition();
    if (end < text.size() && !text[end].isSpace())
        return toUtf8(text); // the cursor was put into a term that goes on
    int start = end;
    while (start > 0 && !text[start - 1].isSpace())
        --start;
    text.replace(start, end - start, QString(end - start, u' '));
    return toUtf8(text);
}

void SearchBar::take(const std::string &text)
{
    m_soon.stop();
    std::vector<QueryProblem> problems;
    auto query = Query::parse(text, &problems);
    std::vector<TextSpan> spans;
    for (const auto &problem : problems) {
        const int start = unitsBefore(text, problem.position);
        spans.push_back({start, std::max(1, unitsBefore(text, problem.position + problem.length) - start)});
    }
    m_edit->setProblems(spans);
    m_problem->setVisible(!problems.empty());
    if (!problems.empty()) {
        auto palette = m_problem->palette();
        palette.setColor(QPalette::WindowText, tone(Tone::Bad));
        m_problem->setPalette(palette);
        m_problem->setText(tr("At character %1: %2").arg(spans.front().start + 1).arg(toQString(problems.front().message)));
        return;
    }
    if (query.text() == m_query.text())
        return;
    m_query = std::move(query);
    emit queryChanged();
}

void SearchBar::selectTerm(int term)
{
    if (term < 0 || static_cast<size_t>(term) >= m_query.terms().size())
        return;
    const auto &part = m_query.terms()[static_cast<size_t>(term)];
    const auto text = toUtf8(m_edit->text());
    const int start = unitsBefore(text, part.position);
    m_edit->setFocus();
    m_edit->setSelection(start, static_cast<int>(toQString(part.text()).size()));
}

void SearchBar::showHelp()
{
    auto *sheet = new QuerySheet(this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    connect(sheet, &QuerySheet::exampleChosen, this, [this](const QString &example) {
        setText(text().isEmpty() ? example : text().trimmed() + u' ' + example);
        m_edit->setFocus();
    });
    sheet->showBelow(this);
}

SearchBar::Token SearchBar::tokenAtCursor() const
{
    const auto before = m_edit->text().left(m_edit->cursorPosition());
    bool isQuoted = false;
    Token token;
    for (int i = 0; i < before.size(); ++i) {
        if (before[i] == u'"')
            isQuoted = !isQuoted;
        else if (before[i].isSpace() && !isQuoted)
            token.start = i + 1;
    }
    auto word = before.mid(token.start);
    if (word.startsWith(u'-')) {
        word.remove(0, 1);
        ++token.start;
    }
    if (const auto colon = word.indexOf(u':'); colon > 0) {
        token.field = word.left(colon);
        const auto values = word.mid(colon + 1);
        const auto bar = values.lastIndexOf(u'|');
        token.typed = values.mid(bar + 1);
        token.start += static_cast<int>(colon + 1 + bar + 1);
    } else {
        token.typed = word;
    }
    return token;
}

void SearchBar::offer()
{
    const auto token = tokenAtCursor();
    QStringList offers;
    auto typed = token.typed;
    typed.remove(u'"').remove(u'=');
    if (!token.field.isEmpty()) {
        if (m_values)
            offers = m_values(token.field, typed);
    } else if (!typed.isEmpty()) {
        for (const auto &field : queryFields()) {
            if (const auto name = toQString(field); name.startsWith(typed, Qt::CaseInsensitive))
                offers << name + u':';
        }
    }
    offers.removeAll(typed);
    m_offers->setStringList(offers.mid(0, 40));
    if (offers.isEmpty())
        m_completer->popup()->hide();
    else
        m_completer->complete(QRect(m_edit->rect().left() + 24, m_edit->rect().top(), 320, m_edit->height()));
}

void SearchBar::insertCompletion(const QString &completion)
{
    const auto token = tokenAtCursor();
    const bool isField = completion.endsWith(u':') && token.field.isEmpty();
    const auto put = isField ? completion : quotedWhereNeeded(completion) + u' ';
    auto all = m_edit->text();
    all.replace(token.start, m_edit->cursorPosition() - token.start, put);
    m_edit->setText(all);
    m_edit->setCursorPosition(token.start + static_cast<int>(put.size()));
    if (isField)
        QTimer::singleShot(0, this, &SearchBar::offer);
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            if (m_edit->text().isEmpty())
                emit leaveRequested();
            else
                setText({});
            return true;
        }
        if (key->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
            takeText();
            leaveIfRead();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace br
