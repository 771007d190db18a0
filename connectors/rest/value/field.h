// FieldSpec and Condition: how one value of a record is made, and what must hold; compiled once from a manifest.
//
// Thread rule: plain values; evaluation is in value/reading.h.
#pragma once

#include "connectors/rest/value/template.h"
#include "core/base/decimal.h"

#include <QRegularExpression>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace br::rest {

struct Condition;

enum class ValueShape { AsWritten, EpochSeconds, EpochMilliseconds, DatePattern, BytesToGb, Cents };
enum class LetterCase { AsWritten, Lower, Upper };

struct ValueMap {
    enum class Otherwise { Warn, Keep, Absent, Reject, Value };
    std::map<std::string, std::string, std::less<>> values; // folded text -> new text
    Otherwise otherwise = Otherwise::Warn;
    std::string value; // of Otherwise::Value
};

struct FieldSpec {
    enum class Form { Path, Constant, Text, First, Lookup, Add, Subtract, Multiply, Divide, Length, Choice };
    Form form = Form::Path;
    Path path;                    // of Path, Length; of Lookup: within the kept record
    std::string constant;         // of Constant
    Template text;                // of Text
    std::vector<FieldSpec> parts; // of First and arithmetic; of Lookup: the keys; of Choice: then and, if given, else
    std::string table;            // of Lookup
    std::vector<Condition> when;  // of Choice
    std::optional<std::string> absentAs;

    ValueShape shape = ValueShape::AsWritten;
    std::string pattern; // of DatePattern: "dd/MM/yyyy"
    std::optional<QRegularExpression> match;
    LetterCase letters = LetterCase::AsWritten;
    std::optional<ValueMap> map;
    bool isChanged = false; // any of shape, match, letters, map

    std::string written() const; // for messages: its path, or what stands for it
};

struct Condition {
    enum class Test { All, Any, Not, Is, IsNot, In, NotIn, Present, Absent, Matches, MoreThan, LessThan, OnOrBefore, OnOrAfter };
    Test test = Test::Present;
    FieldSpec field;
    std::vector<Template> values;   // of Is, IsNot, In, NotIn, MoreThan, LessThan, OnOrBefore, OnOrAfter
    std::vector<std::string> plain; // the same folded, where none of them has a path: the fast way
    QRegularExpression pattern;     // of Matches
    std::vector<Condition> parts;   // of All, Any, Not
};

} // namespace br::rest
