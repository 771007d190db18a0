// Query: the search language of lists: text ⇄ syntax tree ⇄ predicate over DiscrepancyRow.
//
//   acme kind:under|over delta:>50 impact:-100..100 -note:temp client:"Smith & Sons" until:2026-12 counted:none
//
// Terms are joined by "and"; '-' before a term negates it; '|' separates alternative values. Text fields match when they
// contain the value (case folded), ':=' asks for the whole text, '*' and '?' are wildcards over the whole text. Numbers and
// days take > >= < <= = and ranges a..b (either end may be left open); a day may be a year or a month. "none" is unknown.
// The tree keeps every blank and quote: text() gives back exactly what was parsed. Thread rule: values; matches() is const
// and safe from any thread.
#pragma once

#include "core/domain/rows.h"
#include "core/query/queryterm.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace br {

struct QueryProblem {
    size_t position = 0; // byte in the text, from 0
    size_t length = 0;
    std::string message;
};

class Query final {
public:
    Query(); // everything matches
    // A text with problems keeps the tree as far as it could be read; `problems` is in order of position.
    static Query parse(std::string_view text, std::vector<QueryProblem> *problems);
    static Result<Query> parse(std::string_view text); // the first problem as an error that names its position

    bool isEmpty() const { return m_terms.empty(); }
    bool matches(const DiscrepancyRow &row) const;
    const std::vector<QueryTerm> &terms() const { return m_terms; }
    std::string text() const;

    Query with(const QueryTerm &term) const; // "only this": added at the end, unless it is there already
    Query without(size_t term) const;        // a chip taken away

private:
    struct Compiled;
    void compile(std::vector<QueryProblem> *problems);
    std::vector<QueryTerm> m_terms;
    std::string m_after; // blanks behind the last term
    std::shared_ptr<const Compiled> m_compiled;
};

// A term as code would write it, quoted where needed: fieldTerm("client", "Smith & Sons").
QueryTerm fieldTerm(std::string_view field, std::string_view value, bool negated = false);

bool isQueryField(std::string_view name); // aliases too
std::vector<std::string> queryFields();   // without aliases, in the order to offer them
// Values to offer for `field` behind what is typed so far; from the rows shown, most frequent first, at most `most`.
std::vector<std::string> queryValues(
    std::string_view field, std::string_view typed, const std::vector<DiscrepancyRow> &rows, size_t most = 20);

} // namespace br
