// Shortcuts: the keys of actions as a person has set them, kept in the person's settings; the ones the program has are defaults.
//
// adoptShortcuts is called once for every action that may get another key, after it was made. An action is known by its
// object name. Thread rule: interface thread.
#pragma once

#include <QKeySequence>
#include <QList>

class QAction;

namespace br {

void adoptShortcuts(const QList<QAction *> &actions); // remembers the defaults, then puts the kept keys in place
QList<QKeySequence> defaultShortcuts(const QAction *action);
bool hasOwnShortcut(const QAction *action);
void setOwnShortcut(QAction *action, const QKeySequence &keys); // one key in place of all; empty: none
void resetShortcuts(const QList<QAction *> &actions);
// The first of `actions` other than `except` that has `keys`; none: nullptr.
QAction *actionWith(const QKeySequence &keys, const QList<QAction *> &actions, const QAction *except);

} // namespace br
