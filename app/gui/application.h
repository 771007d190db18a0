// Application: puts the program together: clock, connectors, session, prompts, theme, window; owns them all.
//
// Thread rule: interface thread.
#pragma once

#include "app/demo/demoworkspace.h"
#include "app/gui/commandline.h"
#include "app/printing/pdfprinter.h"
#include "core/base/clock.h"
#include "core/connect/registry.h"
#include "core/session/session.h"
#include "ui/dialogs/realprompts.h"

#include <memory>

class QApplication;

namespace br {

class MainWindow;

class Application final {
public:
    Application(QApplication &program, CommandLine options);
    ~Application();
    void start(); // shows the window, or takes the screenshots and leaves

private:
    void setTheme(ThemeChoice choice);
    void fitScreen();
    void takeScreenshots();
    void startStand();
    void openDemo();

    QApplication &m_program;
    CommandLine m_options;
    SystemClock m_clock;
    Registry m_registry;
    std::unique_ptr<SecretStore> m_keychain;
    PdfPrinter m_printer;
    std::unique_ptr<demo::Stand> m_stand;       // with --demo-servers
    std::unique_ptr<DemoSecrets> m_demoSecrets; // in front of the keychain, with the stand
    std::optional<Error> m_demoTrouble;
    RealPrompts m_prompts;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window; // goes before the session
};

} // namespace br
