// Theme: our light and dark palettes on Fusion, one accent colour, the spacing and type scale, and icons recoloured by the palette.
//
// applyTheme() is called once by the application and again when the person changes the setting; widgets follow by palette change.
// Never say something by colour alone: a tone accompanies an icon, a word or a sign. Thread rule: interface thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QPalette>
#include <QString>

class QApplication;

namespace br {

enum class ThemeChoice { System, Light, Dark };

void applyTheme(QApplication &application, ThemeChoice choice);
bool themeIsDark();                                   // of what is applied now
bool systemPrefersDark();                             // own probe: platform palette, GTK and KDE settings, Windows registry
ThemeChoice themeChoiceFromText(const QString &text); // "system", "light", "dark"; anything else is System
QString themeChoiceText(ThemeChoice choice);

// What a colour means. Each has at least 4.5:1 on window, base and selection (Line, Fill and Selection are not for text).
enum class Tone { Text, Muted, Accent, Good, Bad, Warn, Info, Line, Fill, Selection, Hover };
QColor tone(Tone which);
QColor tone(Tone which, bool dark);
QPalette themePalette(bool dark); // all roles, all three groups

namespace space {
inline constexpr int hair = 2;
inline constexpr int tight = 4;
inline constexpr int small = 8;
inline constexpr int medium = 12;
inline constexpr int large = 16;
inline constexpr int huge = 24;
inline constexpr int rowHeight = 26; // of every table
inline constexpr int radius = 5;
} // namespace space

enum class Type { Caption, Body, Strong, Heading, Title, Figure, BigFigure };
QString primaryButtonStyle();         // style sheet for the one button of a place that goes on
QFont typeFont(Type which);           // Figure and BigFigure have tabular figures
QFont tabularFont(const QFont &font); // the same size and weight in a family whose ten digits are equally wide
bool hasTabularFigures(const QFont &font);

// Our own drawings of resources/icons/<name>.svg, in the colour of the text they stand beside (or of `in`), at any scale.
QIcon themeIcon(const QString &name);
QIcon themeIcon(const QString &name, Tone in);

} // namespace br
