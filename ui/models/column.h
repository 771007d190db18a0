// Column: what a table's column is: its stable id, its title, what kind of cell it has and how wide it starts.
//
// Views keep widths and order by `id`, never by number. The kind decides alignment and which delegate draws it.
#pragma once

#include <QString>
#include <QVariant>

#include <vector>

namespace br {

enum class CellKind {
    Text,   // left
    Number, // right, tabular: counts and quantities
    Money,  // right, tabular, sign and currency; AmountRole and CurrencyRole
    Kind,   // icon + word + sign; CodeRole is the Kind
    State,  // icon + word; CodeRole is the State
    Date,   // left, tabular
    Health, // icon + word; CodeRole: 0 good, 1 wants attention, 2 bad, 3 unknown
};

struct Column {
    QString id;    // "client": for saved layouts and tests
    QString title; // translated
    CellKind kind = CellKind::Text;
    int width = 14;         // first width, in characters
    bool shown = true;      // at first; people choose in the header's menu
    QString tip = {};       // of the header
    bool stretches = false; // takes the room that is left
    // Where a text is too long: in the middle, so that "Microsoft 365 Business Basic" and "… Standard" stay apart, or at the end, as
    // names of people's clients are read.
    bool cutsMiddle = true;
};

enum CellRole {
    SortRole = Qt::UserRole + 1, // a value that orders: never the text
    KeyRole,                     // the row's stable id, QString
    CodeRole,                    // int: Kind, State, health
    SignRole,                    // int -1, 0, 1: of money and numbers; invalid: unknown
    CurrencyRole,                // QString code
    CopyRole,                    // plain text for the clipboard: numbers without grouping
    DetailRole,                  // a second, quieter text of the cell ("since Aug 2026")
    KindRole,                    // int: CellKind of the column
};

// One cell as concrete models give it; the contract turns it into roles.
struct Cell {
    QString text;       // as shown; "–" for unknown
    QVariant sort = {}; // invalid: unknown, goes last in both directions
    int code = -1;
    QVariant sign = {};
    QString currency = {};
    QString copy = {}; // empty: text
    QString detail = {};
    QString tip = {};            // empty: none
    QString prefix = {};         // money: drawn quietly before the number ("≈", "in all")
    bool isQuiet = false;        // drawn quieter: handled already
    bool isCodeInHeader = false; // money: the column's title names the currency, cells do not repeat it
};

} // namespace br
