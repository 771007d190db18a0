#include "app/cli/syncboard.h"

#include "core/base/text.h"

#include <algorithm>
#include <cstdio>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace br::cli {

namespace {

bool errorsAreRead()
{
#ifdef _WIN32
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) == 1;
#endif
}

} // namespace

SyncBoard::SyncBoard()
    : m_isTerminal(errorsAreRead())
{
}

void SyncBoard::set(const SourceName &source, const ProgressStep &step) { m_entries[source] = {step, std::chrono::steady_clock::now()}; }

void SyncBoard::remove(const SourceName &source) { m_entries.erase(source); }

std::string SyncBoard::lineOf(const SourceName &source, const ProgressStep &step, std::chrono::seconds since)
{
    std::string line = source.text + ": ";
    const auto what = step.stream.empty() ? step.what : step.stream;
    line += what.empty() ? words("cli", "signing in") : what;
    if (step.page > 0)
        line += ", " + words("cli", "page %1", {std::to_string(step.page)});
    if (step.done > 0)
        line += ", "
            + (step.total > 0 ? words("cli", "%1 of %2 rows", {std::to_string(step.done), std::to_string(step.total)})
                              : words("cli", "%1 rows", {std::to_string(step.done)}));
    // The connector tells of a wait once; the countdown is ours.
    const auto left = step.waitSeconds - since.count();
    if (step.waitSeconds > 0 && left > 0)
        line += ", " + words("cli", "the vendor asks to wait: %1 s", {std::to_string(left)});
    return line;
}

void SyncBoard::draw()
{
    if (!m_isTerminal || m_entries.empty())
        return;
    clear();
    std::string text;
    const auto now = std::chrono::steady_clock::now();
    for (const auto &[source, entry] : m_entries)
        text += shortened(lineOf(source, entry.step, std::chrono::duration_cast<std::chrono::seconds>(now - entry.at)), 78) + "\n";
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
    m_drawn = m_entries.size();
}

void SyncBoard::clear()
{
    if (m_drawn == 0)
        return;
    std::fputs(("\033[" + std::to_string(m_drawn) + "A\033[J").c_str(), stderr);
    std::fflush(stderr);
    m_drawn = 0;
}

} // namespace br::cli
