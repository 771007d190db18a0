#include "ui/dialogs/addsourcedialog.h"

#include "core/base/text.h"
#include "ui/dialogs/prompts.h"
#include "ui/dialogs/vendorform.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace br {

namespace {

constexpr int kVendorRole = Qt::UserRole;
constexpr int kFiles = -1;
constexpr qint64 kLargestAuthority = 1 << 20;

} // namespace

AddSourceDialog::AddSourceDialog(Known known, Prompts &prompts, Tester tester, QWidget *parent)
    : QDialog(parent)
    , m_known(std::move(known))
    , m_prompts(prompts)
    , m_tester(std::move(tester))
{
    setObjectName(QStringLiteral("addSourceDialog"));
    setWindowTitle(tr("Add source"));
    resize(860, 640);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_add = buttons->addButton(tr("Add source"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(QStringLiteral("addSourceGo"));
    m_addAndSync = buttons->addButton(tr("Add and sync now"), QDialogButtonBox::AcceptRole);
    m_addAndSync->setObjectName(QStringLiteral("addSourceAndSync"));
    m_said = new QLabel(this);
    m_said->setObjectName(QStringLiteral("addSourceSaid"));
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(space::large);
    m_choicePane = makeChoice();
    sides->addWidget(m_choicePane);
    sides->addWidget(makeForm(), 1);
    auto *all = new QVBoxLayout(this);
    all->addLayout(sides, 1);
    all->addWidget(m_said);
    all->addWidget(buttons);
    fillChoice();
    connect(m_addAndSync, &QPushButton::clicked, this, [this] { m_syncsNow = true; });
    connect(m_add, &QPushButton::clicked, this, [this] { m_syncsNow = false; });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_choice->setCurrentRow(0);
    m_filter->setFocus();
    if (m_known.edited)
        showEdited();
}

void AddSourceDialog::showEdited()
{
    const Source &edited = *m_known.edited;
    const QJsonObject settings = QJsonDocument::fromJson(QByteArray::fromStdString(edited.settings)).object();
    const std::string id = toUtf8(settings.value(QStringLiteral("vendor")).toString());
    for (int i = 0; i < m_choice->count(); ++i) {
        const int place = m_choice->item(i)->data(kVendorRole).toInt();
        if (place != kFiles && m_known.vendors[static_cast<size_t>(place)].id == id)
            m_choice->setCurrentRow(i);
    }
    setWindowTitle(tr("Change %1").arg(toQString(edited.name.text)));
    m_choicePane->hide();
    m_nameIsOurs = false;
    m_name->setText(toQString(edited.name.text));
    m_name->setReadOnly(true);
    m_name->setToolTip(tr("The name stays: rules and links know the source by it."));
    m_add->setText(tr("Save"));
    m_addAndSync->setText(tr("Save and sync now"));
    m_ca = settings.value(QStringLiteral("ca")).toString();
    std::map<std::string, std::string> values;
    const QJsonObject entered = settings.value(QStringLiteral("values")).toObject();
    for (auto at = entered.begin(); at != entered.end(); ++at)
        values[toUtf8(at.key())] = toUtf8(at.value().toString());
    m_form->showValues(values);
    if (!vendor())
        say(tr("The vendor \"%1\" is not known any more; its manifest is missing.").arg(toQString(id)), true);
    m_form->setFocus();
}

QWidget *AddSourceDialog::makeChoice()
{
    auto *pane = new QWidget(this);
    pane->setFixedWidth(230);
    m_filter = new QLineEdit(pane);
    m_filter->setObjectName(QStringLiteral("vendorFilter"));
    m_filter->setPlaceholderText(tr("Search vendors"));
    m_filter->setAccessibleName(tr("Search vendors"));
    m_filter->setClearButtonEnabled(true);
    m_choice = new QListWidget(pane);
    m_choice->setObjectName(QStringLiteral("vendorChoice"));
    m_choice->setAccessibleName(tr("Where the numbers come from"));
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_filter);
    column->addWidget(m_choice, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &AddSourceDialog::filterChoice);
    connect(m_choice, &QListWidget::currentRowChanged, this, &AddSourceDialog::choose);
    return pane;
}

QWidget *AddSourceDialog::makeForm()
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *pane = new QWidget(area);
    m_title = new QLabel(pane);
    m_title->setFont(typeFont(Type::Heading));
    m_about = new QLabel(pane);
    m_about->setWordWrap(true);
    m_about->setOpenExternalLinks(true);
    m_about->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_name = new QLineEdit(pane);
    m_name->setObjectName(QStringLiteral("sourceName"));
    m_name->setAccessibleName(tr("Name of the source"));
    m_side = new QComboBox(pane);
    m_side->setObjectName(QStringLiteral("sourceSide"));
    m_side->setAccessibleName(tr("What the source brings"));
    m_side->addItem(tr("What is used (a vendor's report)"), static_cast<int>(Side::Vendor));
    m_side->addItem(tr("What is billed (the PSA's lines)"), static_cast<int>(Side::Psa));
    m_sideLabel = new QLabel(tr("&Brings"), pane);
    m_sideLabel->setBuddy(m_side);
    m_form = new VendorForm(pane);
    m_keychain = new QLabel(m_known.keychain, pane);
    m_keychain->setWordWrap(true);
    m_keychain->setForegroundRole(QPalette::PlaceholderText);
    m_test = new QPushButton(tr("&Test connection"), pane);
    m_test->setObjectName(QStringLiteral("testConnection"));
    m_test->setAutoDefault(false);
    m_authority = new QPushButton(tr("Server's own &certificate…"), pane);
    m_authority->setObjectName(QStringLiteral("pinAuthority"));
    m_authority->setAutoDefault(false);
    m_authority->setToolTip(
        tr("For a server of your own whose certificate comes from your own authority: choose that authority's PEM file."));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(m_sideLabel, m_side);
    auto *acts = new QHBoxLayout;
    acts->addWidget(m_test);
    acts->addWidget(m_authority);
    acts->addStretch();
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, space::small, 0);
    column->setSpacing(space::medium);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addLayout(form);
    column->addWidget(m_form);
    column->addWidget(m_keychain);
    column->addLayout(acts);
    column->addStretch();
    area->setWidget(pane);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameIsOurs = false; });
    connect(m_name, &QLineEdit::textChanged, this, &AddSourceDialog::check);
    connect(m_form, &VendorForm::changed, this, &AddSourceDialog::check);
    connect(m_test, &QPushButton::clicked, this, &AddSourceDialog::test);
    connect(m_authority, &QPushButton::clicked, this, &AddSourceDialog::chooseAuthority);
    return area;
}

void AddSourceDialog::fillChoice()
{
    std::ranges::stable_sort(m_known.vendors, [](const VendorInfo &a, const VendorInfo &b) {
        return a.side != b.side ? a.side == Side::Psa : QString::localeAwareCompare(toQString(a.name), toQString(b.name)) < 0;
    });
    auto *files = new QListWidgetItem(themeIcon(QStringLiteral("file")), tr("Files (CSV, Excel)"), m_choice);
    files->setData(kVendorRole, kFiles);
    for (size_t i = 0; i < m_known.vendors.size(); ++i) {
        const VendorInfo &vendor = m_known.vendors[i];
        const QString words = vendor.side == Side::Psa ? tr("%1 (PSA)").arg(toQString(vendor.name)) : toQString(vendor.name);
        auto *item = new QListWidgetItem(themeIcon(QStringLiteral("nav-sources")), words, m_choice);
        item->setData(kVendorRole, static_cast<int>(i));
        item->setToolTip(vendor.file.empty() ? toQString(vendor.about)
                                             : tr("%1\nYour own manifest: %2").arg(toQString(vendor.about), toQString(vendor.file)));
    }
}

void AddSourceDialog::filterChoice(const QString &text)
{
    QListWidgetItem *first = nullptr;
    for (int i = 0; i < m_choice->count(); ++i) {
        QListWidgetItem *item = m_choice->item(i);
        item->setHidden(!item->text().contains(text.trimmed(), Qt::CaseInsensitive));
        if (!first && !item->isHidden())
            first = item;
    }
    if (first && (!m_choice->currentItem() || m_choice->currentItem()->isHidden()))
        m_choice->setCurrentItem(first);
}

const VendorInfo *AddSourceDialog::vendor() const
{
    const QListWidgetItem *item = m_choice->currentItem();
    const int place = item ? item->data(kVendorRole).toInt() : kFiles;
    return place == kFiles ? nullptr : &m_known.vendors[static_cast<size_t>(place)];
}

void AddSourceDialog::choose()
{
    const VendorInfo *chosen = vendor();
    m_title->setText(chosen ? toQString(chosen->name) : tr("Files"));
    QString about = chosen
        ? toQString(chosen->about).toHtmlEscaped()
        : tr("Reports that you download: CSV or Excel. Nothing to sign in to. Formats of many vendors are recognised.").toHtmlEscaped();
    if (chosen && !chosen->permission.empty())
        about += QStringLiteral("<br><b>") + tr("Permission:") + QStringLiteral("</b> ") + toQString(chosen->permission).toHtmlEscaped();
    if (chosen && !chosen->documentation.empty())
        about += QStringLiteral("<br><a href=\"%1\">%2</a>")
                     .arg(toQString(chosen->documentation).toHtmlEscaped(), tr("The vendor's documentation"));
    m_about->setText(about);
    m_side->setVisible(!chosen);
    m_sideLabel->setVisible(!chosen);
    m_form->setVisible(chosen);
    m_keychain->setVisible(chosen && !chosen->secrets.empty());
    m_test->setVisible(chosen);
    m_authority->setVisible(
        chosen && std::ranges::any_of(chosen->settings, [](const SettingField &field) { return field.kind == SettingKind::Host; }));
    m_addAndSync->setVisible(chosen);
    m_ca.clear();
    m_form->show(chosen ? *chosen : VendorInfo());
    if (m_nameIsOurs)
        m_name->setText(suggestedName());
    say(m_known.problems, true);
    check();
}

QString AddSourceDialog::suggestedName() const
{
    const VendorInfo *chosen = vendor();
    if (!chosen)
        return {};
    const QString base = toQString(chosen->id);
    QString name = base;
    for (int i = 2; std::ranges::any_of(m_known.taken, [&](const SourceName &taken) { return toQString(taken.text) == name; }); ++i)
        name = base + QStringLiteral("-%1").arg(i);
    return name;
}

void AddSourceDialog::check()
{
    const QString name = m_name->text().trimmed();
    const bool isTaken
        = !m_known.edited && std::ranges::any_of(m_known.taken, [&](const SourceName &taken) { return toQString(taken.text) == name; });
    QString problem;
    if (isTaken)
        problem = tr("There is a source named %1 already.").arg(name);
    else if (vendor())
        problem = m_form->problem();
    else if (m_known.edited)
        return m_add->setEnabled(false), m_addAndSync->setEnabled(false);
    m_add->setEnabled(!name.isEmpty() && problem.isEmpty());
    m_addAndSync->setEnabled(m_add->isEnabled());
    m_test->setEnabled(problem.isEmpty());
    if (isTaken || (m_form->isTouched() && !problem.isEmpty()))
        say(problem, true);
    else if (m_form->isTouched() || !m_nameIsOurs)
        say({}, false);
}

void AddSourceDialog::test()
{
    m_test->setEnabled(false);
    say(tr("Signing in to %1 …").arg(m_title->text()), false);
    m_tester(source(), secrets());
}

void AddSourceDialog::testShown(const Result<ConnectionReport> &result)
{
    m_test->setEnabled(true);
    if (!result) {
        say(toQString(result.error().message), true);
        return;
    }
    QStringList lines;
    for (const std::string &fact : result->facts)
        lines << toQString(fact);
    for (const std::string &warning : result->warnings)
        lines << toQString(warning);
    say(tr("The connection works. %1").arg(lines.join(QLatin1Char(' '))), false);
}

void AddSourceDialog::chooseAuthority()
{
    const QString file = m_prompts.openFile(this, tr("Certificate of your own authority"), tr("Certificates (*.pem *.crt *.cer)"));
    if (file.isEmpty())
        return;
    QFile read(file);
    if (!read.open(QIODevice::ReadOnly) || read.size() > kLargestAuthority) {
        say(tr("%1 cannot be read as a certificate.").arg(file), true);
        return;
    }
    const QByteArray pem = read.readAll();
    if (!pem.contains("-----BEGIN CERTIFICATE-----")) {
        say(tr("%1 is no certificate in PEM form (it must begin with BEGIN CERTIFICATE).").arg(file), true);
        return;
    }
    m_ca = QString::fromLatin1(pem);
    say(tr("Only servers with a certificate of %1 will be trusted for this source.").arg(file), false);
}

void AddSourceDialog::say(const QString &text, bool isBad)
{
    QPalette colours = palette();
    if (isBad && !text.isEmpty())
        colours.setColor(QPalette::WindowText, tone(Tone::Bad));
    m_said->setPalette(colours);
    m_said->setText(text);
}

Source AddSourceDialog::source() const
{
    Source made{SourceName(toUtf8(m_name->text().trimmed())), static_cast<Side>(m_side->currentData().toInt()), "file", "{}"};
    const VendorInfo *chosen = vendor();
    if (!chosen)
        return made;
    QJsonObject values;
    for (const auto &[id, value] : m_form->values())
        values.insert(toQString(id), toQString(value));
    QJsonObject settings; // what the form does not show stays, such as a stand-in's address
    if (m_known.edited)
        settings = QJsonDocument::fromJson(QByteArray::fromStdString(m_known.edited->settings)).object();
    settings.insert(QStringLiteral("vendor"), toQString(chosen->id));
    settings.insert(QStringLiteral("values"), values);
    if (!m_ca.isEmpty())
        settings.insert(QStringLiteral("ca"), m_ca);
    made.side = chosen->side;
    made.connector = "rest";
    made.settings = QJsonDocument(settings).toJson(QJsonDocument::Compact).toStdString();
    return made;
}

std::map<std::string, Secret> AddSourceDialog::secrets() const
{
    return vendor() ? m_form->takeSecrets() : std::map<std::string, Secret>();
}

} // namespace br
