// Full Unicode case folding: characters whose folded form is longer than one character, which Qt folds to one or leaves alone.
//
// "STRASSE" and "Straße" are the same text when compared. Thread rule: pure function.
#pragma once

#include <QString>

namespace br {

QString fullyFolded(const QString &text);

} // namespace br
