#include "app/cli/hiddeninput.h"

#include "core/base/text.h"

#include <cstdio>

#ifndef _WIN32
#include <termios.h>
#include <unistd.h>
#endif

namespace br::cli {

namespace {

#ifndef _WIN32

// Typed characters are not shown while one exists.
class Silence final {
public:
    Silence()
        : m_isTerminal(isatty(STDIN_FILENO) == 1 && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        auto silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Silence()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputs("\n", stderr);
    }
    Silence(const Silence &) = delete;
    Silence &operator=(const Silence &) = delete;
    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal;
};

#else

class Silence final { // piped input only: a console would show what is typed
public:
    bool isTerminal() const { return false; }
};

#endif

std::string readAll(bool oneLine)
{
    std::string text;
    for (int c = std::getchar(); c != EOF; c = std::getchar()) {
        text.push_back(static_cast<char>(c));
        if ((oneLine && c == '\n') || text.size() > (size_t{1} << 20))
            break;
    }
    if (text.ends_with('\n'))
        text.pop_back();
    if (text.ends_with('\r'))
        text.pop_back();
    return text;
}

} // namespace

Result<Secret> readHidden(const std::string &question, bool multiline, bool oneOfSeveral)
{
    std::string text;
    {
        const Silence silence;
        if (silence.isTerminal())
            std::fputs((question + (multiline ? words("cli", " (end with Ctrl+D)") : std::string()) + ": ").c_str(), stderr);
        text = readAll((silence.isTerminal() || oneOfSeveral) && !multiline);
    }
    Secret secret(std::move(text));
    if (secret.isEmpty())
        return Error{Errc::InvalidInput, words("cli", "nothing came from standard input; type the secret, or pipe it in")};
    if (!multiline && secret.reveal().find('\n') != std::string_view::npos)
        return Error{Errc::InvalidInput, words("cli", "more than one line came from standard input; this secret is one line")};
    return secret;
}

} // namespace br::cli
