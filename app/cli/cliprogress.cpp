#include "app/cli/cliprogress.h"

#include <csignal>
#include <cstdio>
#include <string>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace br::cli {

namespace {

volatile std::sig_atomic_t wasAsked = 0;

bool isTerminal()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) == 1;
#endif
}

extern "C" void askToCancel(int signal)
{
    wasAsked = 1;
    std::signal(signal, SIG_DFL); // the second one ends the program
}

} // namespace

CliProgress::CliProgress()
    : m_terminal(isTerminal())
    , m_next(std::chrono::steady_clock::now())
{
    wasAsked = 0;
    std::signal(SIGINT, askToCancel);
    std::signal(SIGTERM, askToCancel);
}

CliProgress::~CliProgress()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (m_shown)
        std::fputs("\r\033[K", stderr);
}

void CliProgress::report(const ProgressStep &step)
{
    const auto now = std::chrono::steady_clock::now();
    if (!m_terminal || now < m_next)
        return;
    m_next = now + std::chrono::milliseconds(100);
    m_shown = true;
    std::string line = "\r\033[K" + step.what;
    if (step.total > 0)
        line += " " + std::to_string(step.done * 100 / step.total) + " %";
    else if (step.done > 0)
        line += " " + std::to_string(step.done);
    std::fputs(line.c_str(), stderr);
    std::fflush(stderr);
}

bool CliProgress::cancelled() const { return wasAsked != 0; }

} // namespace br::cli
