#include "app/gui/application.h"

#include "app/gui/screenshots.h"
#include "app/sample/sample.h"
#include "core/base/text.h"
#include "ui/mainwindow/mainwindow.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>

namespace br {

namespace {

const QString themeKey = QStringLiteral("window/theme");

std::string userName()
{
    for (const char *variable : {"USER", "USERNAME", "LOGNAME"}) {
        const QString name = qEnvironmentVariable(variable).trimmed();
        if (!name.isEmpty())
            return toUtf8(name);
    }
    return toUtf8(QApplication::translate("Application", "unknown user"));
}

QString sampleFile() { return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/sample.brw"); }

} // namespace

Application::Application(QApplication &program, CommandLine options)
    : m_program(program)
    , m_options(std::move(options))
    , m_registry(Registry::defaultFolders())
    , m_session(std::make_unique<Session>(Environment{&m_clock, &m_registry, userName()}))
{
    const ThemeChoice theme = m_options.theme.value_or(themeChoiceFromText(QSettings().value(themeKey).toString()));
    applyTheme(program, theme);
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

void Application::start()
{
    if (m_options.period)
        m_window->choosePeriod(*m_options.period);
    if (m_options.sample)
        m_window->files().openSample();
    else if (!m_options.file.isEmpty())
        m_window->files().open(m_options.file);
    m_window->show();
    m_window->activateWindow(); // the keyboard works from the start also where no window manager gives the focus
    if (!m_options.screenshots.isEmpty())
        takeScreenshots();
}

void Application::takeScreenshots()
{
    auto *shots = new Screenshots(*m_window, m_options.screenshots, m_window.get());
    QObject::connect(shots, &Screenshots::themeWanted, m_window.get(), [this](ThemeChoice choice) { applyTheme(m_program, choice); });
    QObject::connect(shots, &Screenshots::finished, m_window.get(), [](bool ok) { QApplication::exit(ok ? 0 : 1); });
    shots->begin(m_options.sample || !m_options.file.isEmpty());
}

} // namespace br
