// Path: where a value stands in a record, in another scope or in an answer; parsed once, evaluated for each record.
//
// The language is in connectors/vendors/README.md. Errors of parse(): InvalidInput, one sentence that names the place.
// Thread rule: plain values; evaluation is in value/reading.h.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace br::rest {

enum class Root { Record, Outer, Parent, Page, Settings, Secrets, Period, Today, Answer, Token, Refresh, Key, Index, Header };

struct PathStep {
    enum class Kind {
        Member,  // .name
        Index,   // [0]
        Element, // [*]: the first element in which the rest leads somewhere
        Where,   // [name=text]: the first element whose member is that text
    };
    Kind kind = Kind::Member;
    std::string name;                   // of Member
    size_t index = 0;                   // of Index
    std::vector<std::string> whereName; // of Where: member, its member …
    std::string whereText;
};

struct Path {
    Root root = Root::Record;
    int generations = 0; // of Parent and Outer: 1 is the next one up, 2 its own
    std::string answer;  // of Answer: the discovery step's id; of Header: its name in lower case
    std::vector<PathStep> steps;
    std::string written; // as it stands in the manifest; for messages

    static Result<Path> parse(std::string_view text);
    bool searches() const; // has a [*]
    bool isWhole() const { return root == Root::Record && steps.empty(); }
    // Settings, secrets, period: the first step; else empty.
    std::string_view firstName() const;
};

} // namespace br::rest
