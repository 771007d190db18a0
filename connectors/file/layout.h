// Layout: how the rows of one file format become records; read from JSON (layouts/README.md is the reference).
//
// A layout is data: which columns fill which slots, steps that derive slots, rows to skip, records to make of each row.
// Saved profiles have the same form. Thread rule: plain values.
#pragma once

#include "core/base/result.h"
#include "core/domain/batch.h"
#include "core/tabular/datereader.h"

#include <QRegularExpression>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QJsonValue;

namespace br {

enum class RecordKind { Line, Product, Count, Asset };

struct LayoutColumn {
    size_t slot = 0;
    std::vector<std::string> aliases; // as a file may spell them; the first is the one shown to people
    bool required = false;
};

struct Condition {
    enum class Test { Blank, In, Matches, Zero, AfterMonth }; // the last: a day after the period's last
    size_t slot = 0;
    Test test = Test::Blank;
    bool negated = false;
    std::vector<std::string> values; // folded
    QRegularExpression pattern;
};

struct Step {
    size_t target = 0;
    std::vector<size_t> from;                  // the first that is not blank
    std::string value;                         // constant, where `from` is empty
    bool overwrite = false;                    // else only a blank target is filled
    std::optional<QRegularExpression> pattern; // its first group (or whole match) is taken; no match: blank
    std::string member;                        // of an object written into the cell; no such member: blank
    std::map<std::string, std::string> map;    // folded value -> new value
    bool isNeeded = false;                     // a text that `pattern` does not fit rejects the row
    bool strictMap = false;                    // a value that the map lacks rejects the row
    bool joinAll = false;                      // all of `from` that are not blank, with `separator` between
    std::string separator;
    std::vector<Condition> when;
};

struct SkipRule {
    std::vector<Condition> when; // all of them
    std::string why;             // shown with the number of rows; empty: silently (footers)
    bool tellsEachRow = false;   // a warning a row, not only their number
    bool endsTable = false;      // nothing below belongs to the table
    bool isUnread = false;       // whether the row counts is not known: neither is what its account has of its meter
};

struct Split {
    size_t from = 0;
    size_t into = 0;
    std::string separator;
};

struct Apart {
    size_t slot = 0;                 // its names are unique only
    size_t by = 0;                   // within those of this one
    std::vector<std::string> always; // folded: names that every one of those has, told apart whether or not two stand in the file
};

struct RecordRule {
    RecordKind kind = RecordKind::Asset;
    std::vector<Condition> when;
    std::vector<Step> steps;
};

struct NettingRule {
    std::vector<std::string> adjustments; // folded charge types that correct an earlier charge
    std::vector<std::string> changes;     // those of them that leave some seats
    bool onlyCredits = false;             // rows are what was used, and a negative one gives some of it back
    bool costOfAmount = false;            // a row of whole months states its unit cost by `sign_of` over its quantity
    bool isOneCycle = false;              // a file is of one cycle, whatever days its rows name
    bool costOfCycle = false;             // a unit cost is of all months that the row charges
};

struct Layout {
    std::string id;
    std::string title;
    Side side = Side::Vendor;
    bool isProfile = false;
    bool isAdapted = false;           // a profile that is a shipped layout but for a few columns
    std::vector<std::string> sheets;  // of a workbook, in order of preference; empty: any
    std::vector<std::string> detect;  // headers that must stand there besides the required columns
    std::vector<std::string> avoid;   // headers that must not
    std::optional<size_t> maxUnknown; // recognised by itself only where no more other columns stand: for very general layouts
    DateOrder dates = DateOrder::Unknown;
    std::optional<char> decimalSign; // else found out from the values
    std::vector<LayoutColumn> columns;
    std::vector<std::string> slotNames; // well-known ones first, then the layout's own
    std::vector<Step> steps;
    std::vector<SkipRule> skip;
    std::optional<Split> split;
    std::optional<Apart> apart;
    std::vector<RecordRule> records;
    std::optional<NettingRule> net;
    std::vector<size_t> newest;     // slots of days on which the rows' numbers were taken: they show an older list
    bool accountFromFile = false;   // a file of one tenant: no column names the account
    std::vector<std::string> notes; // told at every import: what the format cannot say

    const LayoutColumn *column(size_t slot) const;
    bool makes(RecordKind kind) const;
};

std::vector<std::string> textsOf(const QJsonValue &value); // a text, or a list of them
Result<Layout> parseLayout(const std::string &json);

} // namespace br
