#include "app/gui/application.h"

#include "app/gui/screenshots.h"
#include "app/keychain/systemsecrets.h"
#include "app/sample/sample.h"
#include "core/base/text.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/screenfit.h"
#include "ui/mainwindow/username.h"
#include "ui/widgets/wheelguard.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>

namespace br {

namespace {

const QString themeKey = QStringLiteral("window/theme");

QString sampleFile() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/sample.brw"); }
QString demoFile() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/demo-servers.brw"); }

} // namespace

Application::Application(QApplication &program, CommandLine options)
    : m_program(program)
    , m_options(std::move(options))
    , m_registry(Registry::defaultFolders())
    , m_keychain(systemKeychain())
{
    if (m_options.demoServers)
        startStand();
    auto *secrets = m_demoSecrets ? static_cast<SecretStore *>(m_demoSecrets.get()) : m_keychain.get();
    m_session = std::make_unique<Session>(Environment{&m_clock, &m_registry, toUtf8(userName()), secrets, &m_printer});
    const ThemeChoice theme = m_options.theme.value_or(themeChoiceFromText(QSettings().value(themeKey).toString()));
    applyTheme(program, theme);
    program.installEventFilter(new WheelGuard(&program));
    Shell shell;
    shell.session = m_session.get();
    shell.prompts = &m_prompts;
    shell.sample = {sampleFile(), makeSampleWorkspace};
    shell.clock = &m_clock;
    shell.theme = theme;
    shell.setTheme = [this](ThemeChoice choice) { setTheme(choice); };
    m_window = std::make_unique<MainWindow>(std::move(shell));
}

Application::~Application() = default;

void Application::setTheme(ThemeChoice choice)
{
    applyTheme(m_program, choice);
    QSettings().setValue(themeKey, themeChoiceText(choice));
}

void Application::startStand()
{
    auto stand = demo::Stand::start(m_clock.today());
    if (!stand) {
        m_demoTrouble = stand.error();
        return;
    }
    m_stand = std::move(*stand);
    m_demoSecrets = std::make_unique<DemoSecrets>(m_keychain.get(), *m_stand);
}

// Made anew each time: the stand-ins listen at other addresses than the last time.
void Application::openDemo()
{
    QDir().mkpath(QFileInfo(demoFile()).absolutePath());
    const auto uuid
        = m_demoTrouble ? Result<std::string>(*m_demoTrouble) : makeDemoWorkspace(toUtf8(demoFile()), m_session->environment(), *m_stand);
    if (!uuid) {
        m_prompts.tell(m_window.get(), QApplication::translate("Application", "No demonstration"),
            QApplication::translate("Application", "The stand-in vendors could not be started."), toQString(uuid.error().message));
        return;
    }
    m_demoSecrets->setWorkspace(*uuid);
    QObject::connect(
        m_session.get(), &Session::opened, m_window.get(), [this] { m_window->syncAll(); },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_window->files().open(demoFile());
}

void Application::start()
{
    if (m_options.period)
        m_window->choosePeriod(*m_options.period);
    if (m_options.demoServers)
        openDemo();
    else if (m_options.sample)
        m_window->files().openSample();
    else if (!m_options.file.isEmpty())
        m_window->files().open(m_options.file);
    if (m_options.screenshots.isEmpty())
        fitScreen();
    m_window->show();
    m_window->activateWindow(); // the keyboard works from the start also where no window manager gives the focus
    if (!m_options.screenshots.isEmpty())
        takeScreenshots();
}

// A window that is larger than its screen would hide the buttons at its edges; one on a screen that is gone would hide everything.
void Application::fitScreen()
{
    QList<QRect> rooms{QGuiApplication::primaryScreen()->availableGeometry()};
    const auto screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        if (screen != QGuiApplication::primaryScreen())
            rooms.append(screen->availableGeometry());
    }
    const QRect placed = fittedOnScreen({m_window->pos(), m_window->size()}, rooms, m_window->minimumSizeHint());
    m_window->resize(placed.size());
    m_window->move(placed.topLeft());
}

void Application::takeScreenshots()
{
    auto *shots = new Screenshots(*m_window, m_options.screenshots, m_window.get());
    QObject::connect(shots, &Screenshots::themeWanted, m_window.get(), [this](ThemeChoice choice) { applyTheme(m_program, choice); });
    QObject::connect(shots, &Screenshots::finished, m_window.get(), [](bool ok) { QApplication::exit(ok ? 0 : 1); });
    shots->begin(m_options.sample || m_options.demoServers || !m_options.file.isEmpty());
}

} // namespace br
