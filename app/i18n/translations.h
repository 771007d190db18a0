// Translations: puts the program into the language of the person, where there is a translation; English otherwise.
//
// Call once, after the application object and before the first sentence. Thread rule: main thread.
#pragma once

#include <string>
#include <vector>

class QCoreApplication;
class QLocale;

namespace br {

// False: not even the English plurals could be loaded.
bool installTranslation(QCoreApplication &application, const QLocale &locale);

std::vector<std::string> translations(); // "de", "en"

// What Qt says itself, "Cancel" in a dialog, in a language that the program speaks too. False: it has no words for it, or they are not
// installed (Debian: qt6-translations-l10n).
bool installQtTranslation(QCoreApplication &application, const QLocale &locale);

} // namespace br
