// QueryTerm: one term of the search language as it was written, so that its text can be given back exactly.
//
// Positions are bytes in the parsed text. Thread rule: plain values.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace br {

enum class Compare { Matches, Greater, GreaterEqual, Less, LessEqual, Equal };

struct QueryValue {
    Compare compare = Compare::Matches;
    bool isQuoted = false;
    std::string text; // without quotes; a doubled quote inside is one
    size_t position = 0;
    bool operator==(const QueryValue &o) const { return compare == o.compare && isQuoted == o.isQuoted && text == o.text; }
};

struct QueryTerm {
    std::string before; // blanks
    bool isNegated = false;
    std::string field;              // as written; empty: any text
    bool hasColon = true;           // "delta:>5" or "delta>5"
    std::vector<QueryValue> values; // any of them
    size_t position = 0;
    bool operator==(const QueryTerm &o) const
    {
        return before == o.before && isNegated == o.isNegated && field == o.field && hasColon == o.hasColon && values == o.values;
    }
    std::string text() const; // without the blanks before it
};

std::string_view compareText(Compare compare);

struct QueryTokens {
    std::vector<QueryTerm> terms;
    std::string after;
    bool isCut = false; // a quote was never closed
    size_t cutAt = 0;
};
// Cuts text into terms; needs no knowledge of meanings but the names of fields that may stand before > < =.
QueryTokens cutQuery(std::string_view text, bool (*isField)(std::string_view));

} // namespace br
