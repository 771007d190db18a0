#include "ui/mainwindow/mainwindow.h"

#include "core/base/text.h"
#include "core/workspace/sourcing.h"
#include "ui/mainwindow/monthbar.h"
#include "ui/mainwindow/navigation.h"
#include "ui/mainwindow/progressarea.h"
#include "ui/mainwindow/readonlybanner.h"
#include "ui/mainwindow/reconciler.h"
#include "ui/models/cells.h"
#include "ui/pages/clients/clientspage.h"
#include "ui/pages/discrepancies/discrepanciespage.h"
#include "ui/pages/export/exportpage.h"
#include "ui/pages/mapping/mappingpage.h"
#include "ui/pages/overview/overviewpage.h"
#include "ui/pages/services/servicespage.h"
#include "ui/pages/sources/sourcespage.h"
#include "ui/pages/start/startpage.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>

namespace br {

MainWindow::MainWindow(Shell shell)
    : m_shell(std::move(shell))
    , m_files(new FileOpener(*m_shell.session, *m_shell.prompts, m_shell.sample, this))
    , m_reconciler(new Reconciler(*m_shell.session, this))
    , m_navigation(new Navigation(this))
    , m_month(new MonthBar(*m_reconciler, this))
    , m_stack(new QStackedWidget(this))
    , m_outer(new QStackedWidget(this))
    , m_banner(new ReadOnlyBanner(this))
    , m_lastRun(new QLabel(this))
    , m_start(new StartPage(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setAcceptDrops(true);
    m_month->setToday(m_shell.clock->today());
    makePages();
    layOut();
    makeMenus();
    connectSession();
    showClosed();
    resize(1280, 800);
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
}

MainWindow::~MainWindow() = default;

void MainWindow::addPage(Page *page, const QString &title, const QString &icon)
{
    m_navigation->add(page->objectName(), title, icon);
    m_stack->addWidget(page);
    m_pages.push_back(page);
    m_names.append(page->objectName());
    connect(page, &Page::discrepanciesWanted, this, &MainWindow::showDiscrepancies);
    connect(page, &Page::pageWanted, this, &MainWindow::showPage);
    connect(page, &Page::sourceWanted, this, [this](const QString &source) {
        m_sources->chooseSource(source);
        showPage(QStringLiteral("sources"));
    });
    connect(page, &Page::periodWanted, m_month, &MonthBar::choose);
    connect(page, &Page::importWanted, this, [this](const QStringList &files) {
        showPage(QStringLiteral("sources"));
        m_sources->importFiles(files);
    });
    connect(page, &Page::told, this, [this](const QString &text) { statusBar()->showMessage(text, 10000); });
}

void MainWindow::makePages()
{
    const PageContext context{m_shell.session, m_shell.prompts};
    addPage(new OverviewPage(context, this), tr("Overview"), QStringLiteral("nav-overview"));
    m_discrepancies = new DiscrepanciesPage(*m_shell.session, this, m_shell.prompts);
    m_discrepancies->setObjectName(QStringLiteral("discrepancies"));
    m_names.append(m_discrepancies->objectName());
    m_navigation->add(m_discrepancies->objectName(), tr("Discrepancies"), QStringLiteral("nav-discrepancies"));
    m_stack->addWidget(m_discrepancies);
    connect(m_discrepancies, &DiscrepanciesPage::sourcesRequested, this, [this] { showPage(QStringLiteral("sources")); });
    connect(m_discrepancies, &DiscrepanciesPage::clientsRequested, this, [this] { showPage(QStringLiteral("clients")); });
    connect(m_discrepancies, &DiscrepanciesPage::mappingRequested, this,
        [this](const QString &tab) { showPage(QStringLiteral("mapping/") + tab); });
    addPage(new ClientsPage(context, this), tr("Clients"), QStringLiteral("nav-clients"));
    m_mapping = new MappingPage(context, this);
    addPage(m_mapping, tr("Mapping"), QStringLiteral("nav-mapping"));
    m_services = new ServicesPage(context, this);
    addPage(m_services, tr("Services"), QStringLiteral("nav-services"));
    connect(m_mapping, &MappingPage::meterServiceWanted, this, [this](const SourceName &source, const MeterId &meter) {
        m_services->beginWithMeter(source, meter);
        showPage(m_services->objectName());
    });
    connect(m_mapping, &MappingPage::productServiceWanted, this, [this](const ProductId &product) {
        m_services->beginWithProduct(product);
        showPage(m_services->objectName());
    });
    m_sources = new SourcesPage(context, this);
    addPage(m_sources, tr("Sources"), QStringLiteral("nav-sources"));
    addPage(new ExportPage(context, this), tr("Export"), QStringLiteral("export"));
}

void MainWindow::layOut()
{
    auto *right = new QWidget(this);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_month);
    column->addWidget(m_stack, 1);
    auto *frame = new QWidget(this);
    auto *across = new QHBoxLayout(frame);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addWidget(m_navigation);
    across->addWidget(right, 1);
    m_outer->addWidget(m_start);
    m_outer->addWidget(frame);
    auto *all = new QWidget(this);
    auto *lines = new QVBoxLayout(all);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_outer, 1);
    lines->addWidget(new ProgressArea(*m_shell.session, this));
    setCentralWidget(all);
    statusBar()->setSizeGripEnabled(false);
    m_lastRun->setContentsMargins(0, 0, space::medium, 0);
    statusBar()->addPermanentWidget(m_lastRun);

    connect(m_navigation, &Navigation::chosenChanged, this,
        [this](const QString &name) { m_stack->setCurrentIndex(static_cast<int>(m_names.indexOf(name))); });
    connect(m_month, &MonthBar::periodChosen, this, &MainWindow::setPeriod);
    connect(m_start, &StartPage::sampleWanted, m_files, &FileOpener::openSample);
    connect(m_start, &StartPage::newWanted, m_files, &FileOpener::createNew);
    connect(m_start, &StartPage::openWanted, m_files, &FileOpener::chooseAndOpen);
    connect(m_start, &StartPage::fileWanted, m_files, &FileOpener::open);
}

void MainWindow::connectSession()
{
    connect(m_shell.session, &Session::opened, this, &MainWindow::showOpened);
    connect(m_shell.session, &Session::closed, this, &MainWindow::showClosed);
    connect(m_shell.session, &Session::changed, this, [this](Session::Changes changes) {
        if (changes.testFlag(Session::Change::Sources))
            readPeriods();
        refreshPages();
    });
    connect(m_files, &FileOpener::told, this, [this](const QString &text) { statusBar()->showMessage(text); });
    connect(m_reconciler, &Reconciler::stateChanged, this, &MainWindow::showLastRun);
    connect(m_reconciler, &Reconciler::failed, this, [this](const Error &error) {
        if (error.code != Errc::Cancelled)
            m_shell.prompts->tell(this, tr("The month could not be reconciled"), toQString(error.message), toQString(error.detail));
    });
    connect(m_reconciler, &Reconciler::finished, this, [this](const RunSummary &run) {
        QString text = tr("%1 reconciled: %n position(s), ", nullptr, run.positions).arg(periodText(run.period))
            + tr("%n discrepancy(ies)", nullptr, run.discrepancies);
        for (const std::string &warning : run.warnings)
            text += QStringLiteral(" · ") + toQString(warning);
        statusBar()->showMessage(text);
    });
}

void MainWindow::showOpened()
{
    const Session::Opened &what = m_shell.session->current();
    setWindowTitle(tr("%1 — BillingReconcile").arg(what.name));
    setWindowFilePath(what.path);
    m_month->setTitle(what.name);
    m_month->setWritable(!what.readOnly);
    m_banner->setVisible(what.readOnly);
    for (QAction *action : std::as_const(m_needOpen))
        action->setEnabled(true);
    m_outer->setCurrentIndex(1);
    statusBar()->clearMessage();
    for (Page *page : m_pages)
        page->clear();
    m_month->forget();
    if (m_files->wasCreated()) // nothing can be looked at before something was brought in
        showPage(QStringLiteral("sources"));
    else if (m_navigation->chosen().isEmpty())
        showPage(QStringLiteral("overview"));
    m_navigation->setFocus();
    readPeriods();
    refreshPages();
}

void MainWindow::showClosed()
{
    setWindowTitle(tr("BillingReconcile"));
    for (QAction *action : std::as_const(m_needOpen))
        action->setEnabled(false);
    m_start->setRecent(m_files->recent().list());
    m_outer->setCurrentIndex(0);
    m_start->setFocus(Qt::OtherFocusReason); // the keyboard works from the first moment
    statusBar()->clearMessage();
}

void MainWindow::showLastRun()
{
    const auto &run = m_reconciler->lastRun();
    m_lastRun->setText(
        !run || !m_shell.session->isOpen() ? QString() : tr("Last reconciled %1, as of %2").arg(timeText(run->at), dayText(run->asOf)));
}

void MainWindow::readPeriods()
{
    m_shell.session->ask(
        this, [](Workspace &workspace) { return periods(workspace); },
        [this](const Result<std::vector<Period>> &known) {
            if (known)
                m_month->setPeriods(*known, std::exchange(m_wanted, {}));
        });
}

void MainWindow::choosePeriod(Period period)
{
    if (m_shell.session->isOpen())
        m_month->choose(period);
    else
        m_wanted = period;
}

void MainWindow::setPeriod(const std::optional<Period> &period)
{
    m_reconciler->setPeriod(period);
    for (Page *page : m_pages)
        page->setPeriod(period);
    m_discrepancies->setPeriod(period);
}

void MainWindow::refreshPages()
{
    for (Page *page : m_pages)
        page->refresh();
}

void MainWindow::showPage(const QString &name)
{
    const QString tab = name.section(QLatin1Char('/'), 1); // "mapping/meters"
    if (!tab.isEmpty())
        m_mapping->showTab(tab);
    m_navigation->choose(name.section(QLatin1Char('/'), 0, 0));
    takeFocus(*m_stack->currentWidget()); // the keys of the page work at once
}

QStringList MainWindow::pageNames() const { return m_names; }

bool MainWindow::isWorking() const { return m_outer->currentIndex() == 1; }

bool MainWindow::isSettled() const { return m_shell.session->isIdle() && m_reconciler->isSettled() && !m_sources->isSyncing(); }

void MainWindow::showDiscrepancies(const QString &query)
{
    m_discrepancies->showQuery(query);
    showPage(QStringLiteral("discrepancies"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_services->mayClose([this] { close(); })) {
        event->ignore();
        return;
    }
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList files;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    if (files.size() == 1 && files.first().endsWith(QLatin1String(".brw"), Qt::CaseInsensitive)) {
        leaveThen([this, file = files.first()] { m_files->open(file); });
    } else if (!files.isEmpty() && m_shell.session->isOpen()) {
        showPage(QStringLiteral("sources"));
        m_sources->importFiles(files);
    }
    event->acceptProposedAction();
}

} // namespace br
