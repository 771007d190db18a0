#include "ui/pages/services/servicespage.h"

#include "core/base/text.h"
#include "ui/pages/parts/pageparts.h"
#include "ui/pages/parts/pagetable.h"
#include "ui/pages/services/effectview.h"
#include "ui/pages/services/ruledoubts.h"
#include "ui/pages/services/serviceform.h"

#include <QBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>

#include <algorithm>

namespace br {

ServicesPage::ServicesPage(const PageContext &context, QWidget *parent)
    : Page(context, QStringLiteral("services"), parent)
    , m_model(new RowsModel<Service>(
          {{{QStringLiteral("service"), tr("Service"), CellKind::Text, 18, true, {}, true},
               [](const Service &s) { return textCell(s.label()); }},
              {{QStringLiteral("products"), tr("Products"), CellKind::Number, 9},
                  [](const Service &s) { return numberCell(static_cast<qint64>(s.billed.size())); }},
              {{QStringLiteral("meters"), tr("Meters"), CellKind::Number, 7},
                  [](const Service &s) { return numberCell(static_cast<qint64>(s.counted.size())); }}},
          [](const Service &s) { return toQString(s.id.text); }, this))
{
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(350);
    connect(&m_soon, &QTimer::timeout, this, &ServicesPage::preview);
    connect(m_table, &PageTable::chosenChanged, this, &ServicesPage::choose);
    connect(m_form, &ServiceForm::edited, this, [this] { setEdited(true); });
    connect(m_new, &QPushButton::clicked, this, [this] { beginAfterAsking({}); });
    connect(m_copy, &QPushButton::clicked, this, &ServicesPage::copyChosen);
    connect(m_remove, &QPushButton::clicked, this, &ServicesPage::remove);
    connect(m_import, &QPushButton::clicked, this, &ServicesPage::importRules);
    connect(m_export, &QPushButton::clicked, this, &ServicesPage::exportRules);
    connect(m_save, &QPushButton::clicked, this, &ServicesPage::save);
    connect(m_revert, &QPushButton::clicked, this, &ServicesPage::revert);
    setEdited(false);
}

void ServicesPage::layOut()
{
    m_new = button(QStringLiteral("newService"), tr("Ne&w"), QStringLiteral("add"), this);
    m_copy = button(QStringLiteral("copyService"), tr("&Copy"), QStringLiteral("copy"), this);
    m_remove = button(QStringLiteral("removeService"), tr("Remov&e…"), QStringLiteral("trash"), this);
    m_import = button(QStringLiteral("importServices"), tr("Read from file…"), QStringLiteral("import"), this);
    m_export = button(QStringLiteral("exportServices"), tr("Write to file…"), QStringLiteral("export"), this);
    m_save = button(QStringLiteral("saveService"), tr("&Save service"), QStringLiteral("save"), this);
    m_save->setShortcut(QKeySequence::Save);
    m_revert = button(QStringLiteral("revertService"), tr("Rever&t"), QStringLiteral("undo"), this);
    m_table = new PageTable(m_model, QStringLiteral("services"), tr("Services"), this);
    setFocusProxy(m_table);
    m_form = new ServiceForm(this);
    m_effect = new EffectView(this);
    auto *left = new QWidget(this);
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->addLayout(inRow({m_new, m_copy, m_remove, nullptr}));
    list->addWidget(m_table, 1);
    list->addLayout(inRow({m_import, m_export, nullptr}));
    auto *right = new QSplitter(Qt::Vertical, this);
    auto *top = new QWidget(right);
    auto *edit = new QVBoxLayout(top);
    edit->setContentsMargins(space::small, 0, 0, 0);
    edit->addWidget(m_form, 1);
    edit->addLayout(inRow({m_save, m_revert, nullptr}));
    right->addWidget(top);
    right->addWidget(m_effect);
    right->setChildrenCollapsible(false);
    right->setSizes({440, 170});
    auto *halves = new QSplitter(this);
    halves->addWidget(left);
    halves->addWidget(right);
    halves->setChildrenCollapsible(false);
    halves->setSizes({384, 700});
    halves->setStretchFactor(1, 1);
    auto *all = new QVBoxLayout(this);
    roomy(all);
    all->addWidget(halves, 1);
}

void ServicesPage::read()
{
    session().ask(
        this,
        [period = period()](Workspace &workspace) -> Result<Answer> {
            Answer answer;
            auto rules = services(workspace);
            if (!rules)
                return rules.error();
            answer.services = std::move(rules).value();
            if (period) {
                auto products = productRows(workspace, *period);
                auto meters = meterRows(workspace, *period);
                if (!products || !meters)
                    return products ? meters.error() : products.error();
                answer.options = {std::move(products).value(), std::move(meters).value()};
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

void ServicesPage::forget()
{
    m_draft.reset();
    m_shown = {};
    m_hasOptions = false;
    ++m_asked;
    m_options = {};
    setEdited(false);
    m_model->setRows({});
    m_form->setOptions(m_options);
    m_form->show({}, true);
    m_effect->say({}, false);
    enableActions();
}

void ServicesPage::show(Answer answer)
{
    m_options = std::move(answer.options);
    m_hasOptions = true;
    m_form->setOptions(m_options);
    const auto draft = m_shown.isEmpty() && !m_isEdited ? m_draft : std::nullopt; // new rows may choose one of them
    m_model->setRows(std::move(answer.services));
    if (draft)
        begin(*draft);
    else if (!m_isEdited && !m_shown.isEmpty() && m_model->shownRowOf(toQString(m_shown.text)) >= 0)
        m_table->chooseRow(m_model->shownRowOf(toQString(m_shown.text))); // the one that was saved
    else if (!m_isEdited && m_table->currentRow() < 0)
        m_table->chooseRow(0);
    if (m_model->rowCount() == 0 && !m_draft)
        m_effect->say(
            tr("A service is what is compared: the products that bill it and the meters that count it. Make the first one with New, "
               "or from a meter under Mapping."),
            false);
    enableActions();
}

void ServicesPage::choose()
{
    const int row = m_table->currentRow();
    if (row < 0 || !m_hasOptions) {
        enableActions();
        return;
    }
    const ServiceId wanted = m_model->row(row).id;
    if (m_isEdited && (wanted == m_shown || !mayLeave({wanted, {}, {}}))) {
        const int back = m_shown.isEmpty() ? -1 : m_model->shownRowOf(toQString(m_shown.text));
        const QSignalBlocker quiet(m_table);
        m_table->view()->setCursorRow(back);
        enableActions();
        return;
    }
    m_draft.reset();
    m_shown = m_model->row(row).id;
    m_form->show(m_model->row(row), false);
    setEdited(false);
    preview();
}

bool ServicesPage::mayLeave(Next next)
{
    if (!m_isEdited)
        return true;
    QMessageBox box(QMessageBox::Question, tr("The service was changed"),
        next.then ? tr("The change of this service is not saved yet. Save it before the workspace is left?")
                  : tr("The change of this service is not saved yet. Save it before another one is shown?"),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setObjectName(QStringLiteral("unsavedService"));
    box.button(QMessageBox::Cancel)->setText(tr("Stay here"));
    const int answer = prompts().run(box);
    if (answer == QMessageBox::Save) {
        m_next = std::move(next);
        save();
        return false; // the other one is shown once this one is stored
    }
    if (answer != QMessageBox::Discard)
        return false;
    m_draft.reset();
    setEdited(false);
    return true;
}

bool ServicesPage::mayClose(std::function<void()> then)
{
    if (!m_isEdited)
        return true;
    emit pageWanted(objectName()); // what is asked about is seen
    if (!mayLeave({{}, {}, std::move(then)}))
        return false;
    revert(); // the person may stay after all, in the dialog that comes next
    return true;
}

void ServicesPage::beginAfterAsking(const Service &service)
{
    if (mayLeave({{}, service, {}}))
        begin(service);
}

// Files may have come since the page was seen: what it knows of meters and products is read again before the draft is completed.
void ServicesPage::beginFromMapping(const Service &service)
{
    if (!mayLeave({{}, service, {}}))
        return;
    m_draft = service;
    m_shown = {};
    m_hasOptions = false;
    refresh();
}

void ServicesPage::begin(const Service &service)
{
    m_draft = service;
    if (!m_hasOptions || !mayWrite())
        return;
    completeDraft(*m_draft, m_options);
    {
        const QSignalBlocker quiet(m_table); // choosing nothing would drop the draft
        m_table->view()->clearSelection();
        m_table->view()->setCurrentIndex({});
    }
    m_shown = {};
    m_form->show(*m_draft, true);
    m_form->focusName();
    setEdited(true);
}

void ServicesPage::beginWithMeter(const SourceName &source, const MeterId &meter)
{
    Service draft; // named by completeDraft
    CountedBy counted;
    counted.source = source;
    counted.meter = meter;
    draft.counted.push_back(counted);
    beginFromMapping(draft);
}

void ServicesPage::beginWithProduct(const ProductId &product)
{
    Service draft; // named by completeDraft
    draft.billed.push_back({product, Decimal::fromInt(1)});
    beginFromMapping(draft);
}

void ServicesPage::copyChosen()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    Service copy = m_model->row(row);
    copy.id = {};
    copy.name = toUtf8(tr("Copy of %1").arg(toQString(copy.label())));
    beginAfterAsking(copy);
}

void ServicesPage::preview()
{
    if (!period() || (m_shown.isEmpty() && !m_isEdited))
        return;
    const QStringList problems = m_form->problems();
    if (!problems.isEmpty()) {
        m_effect->say(problems.join(QLatin1Char('\n')), true);
        return;
    }
    const quint64 ticket = ++m_asked;
    session().ask(
        this,
        [period = *period(), service = m_form->service()](Workspace &workspace) { return previewService(workspace, period, service); },
        [this, ticket, doubts = doubtsAbout(m_form->service(), m_options)](const Result<RuleEffect> &effect) {
            if (ticket != m_asked)
                return;
            if (effect)
                m_effect->show(*effect, doubts);
            else
                m_effect->say(toQString(effect.error().message), true);
        });
}

void ServicesPage::save()
{
    auto next = std::exchange(m_next, {});
    const QStringList problems = m_form->problems();
    if (!problems.isEmpty()) {
        m_effect->say(problems.join(QLatin1Char('\n')), true);
        return;
    }
    const Service service = m_form->service();
    const bool exists = m_shown.isEmpty()
        && std::any_of(m_model->allRows().begin(), m_model->allRows().end(), [&](const Service &s) { return s.id == service.id; });
    if (exists) {
        m_effect->say(tr("There is a service with the id %1 already. Choose another id.").arg(toQString(service.id.text)), true);
        return;
    }
    session().ask(
        this, [service](Workspace &workspace) { return saveService(workspace, service); },
        [this, service, next = std::move(next)](const Status &saved) {
            if (!saved) {
                m_effect->say(toQString(saved.error().message), true);
                return;
            }
            m_draft = next.draft;
            m_shown = next.draft ? ServiceId() : next.shown.isEmpty() ? service.id : next.shown;
            setEdited(false);
            emit told(tr("%1 saved.").arg(toQString(service.label())));
            session().tellChanged(Session::Change::Rules);
            if (next.then)
                next.then();
        });
}

void ServicesPage::remove()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const Service service = m_model->row(row);
    if (!prompts().confirm(this, tr("Remove %1?").arg(toQString(service.label())),
            tr("What it compared is compared no longer. Decisions taken about it stay in the record."), tr("Remove service")))
        return;
    session().ask(
        this, [id = service.id](Workspace &workspace) { return removeService(workspace, id); },
        [this](const Status &removed) {
            if (!removed) {
                complain(removed.error());
                return;
            }
            m_shown = {};
            setEdited(false);
            session().tellChanged(Session::Change::Rules);
        });
}

void ServicesPage::revert()
{
    m_draft.reset();
    setEdited(false);
    if (m_table->currentRow() < 0)
        m_table->chooseRow(0);
    choose();
}

void ServicesPage::setEdited(bool edited)
{
    m_isEdited = edited;
    if (edited)
        m_soon.start();
    else
        m_soon.stop();
    enableActions();
}

void ServicesPage::enableActions()
{
    const bool writable = mayWrite();
    const bool chosen = m_table->currentRow() >= 0;
    m_new->setEnabled(writable && m_hasOptions);
    m_copy->setEnabled(writable && chosen);
    m_remove->setEnabled(writable && chosen && !m_isEdited);
    m_import->setEnabled(writable);
    m_export->setEnabled(m_model->rowCount() > 0);
    m_save->setEnabled(writable && m_isEdited);
    m_revert->setEnabled(m_isEdited);
    m_form->setEnabled(writable && (chosen || m_draft.has_value()));
}

} // namespace br
