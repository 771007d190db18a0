#include "app/cli/language.h"

#include "app/i18n/translations.h"
#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <optional>

namespace br::cli {

namespace {

const std::string option = "--lang";

Result<std::optional<std::string>> taken(std::vector<std::string> &words)
{
    const auto end = std::ranges::find(words, "--"); // what follows is no option
    const auto found
        = std::find_if(words.begin(), end, [](const std::string &word) { return word == option || word.starts_with(option + "="); });
    if (found == end)
        return std::optional<std::string>();
    const bool isJoined = *found != option;
    if (!isJoined && found + 1 == end)
        return Error{Errc::InvalidInput, br::words("cli", "%1 needs a value: %2", {option, "CODE"})};
    auto code = isJoined ? found->substr(option.size() + 1) : *(found + 1);
    words.erase(found, found + (isJoined ? 1 : 2));
    return std::optional(std::move(code));
}

} // namespace

Status speak(QCoreApplication &application, std::vector<std::string> &words)
{
    const auto code = taken(words);
    if (!code)
        return code.error();
    if (!*code) {
        installTranslation(application, QLocale::system());
        return {};
    }
    const auto known = translations();
    if (std::ranges::find(known, **code) == known.end())
        return Error{Errc::InvalidInput, br::words("cli", "there is no translation \"%1\"; there are: %2", {**code, joined(known, ", ")})};
    installTranslation(application, QLocale(toQString(**code)));
    return {};
}

} // namespace br::cli
