// Application: puts the program together: clock, connectors, session, prompts, theme, window; owns them all.
//
// Thread rule: interface thread.
#pragma once

#include "app/gui/commandline.h"
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
    void takeScreenshots();

    QApplication &m_program;
    CommandLine m_options;
    SystemClock m_clock;
    Registry m_registry;
    RealPrompts m_prompts;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window; // goes before the session
};

} // namespace br
