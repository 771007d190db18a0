// QueryTest: one term of a query made ready for testing many rows: values read, texts folded, kinds found.
//
// Made once for a query; tests allocate nothing for ASCII texts. Thread rule: immutable after construction.
#pragma once

#include "core/domain/rows.h"
#include "core/query/query.h"
#include "core/query/queryfields.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace br {

class QueryTest final {
public:
    // Values that cannot be read are told in `problems` and left out; a term without any value matches everything.
    QueryTest(const QueryTerm &term, std::vector<QueryProblem> *problems);
    bool matches(const DiscrepancyRow &row) const;

private:
    struct TextTest {
        Compare compare;
        bool hasWildcard;
        bool asksForNone;
        std::string folded;
    };
    struct Span {
        bool asksForNone = false;
        std::optional<int64_t> least;
        std::optional<int64_t> most;
    }; // bounds included

    void addText(const QueryValue &value);
    void addKinds(const QueryValue &value, std::vector<QueryProblem> *problems);
    void addStates(const QueryValue &value, std::vector<QueryProblem> *problems);
    void addSpan(const QueryValue &value, std::vector<QueryProblem> *problems);
    bool readSpan(const QueryValue &value, Span &span) const;
    bool matchesText(const DiscrepancyRow &row) const;
    bool matchesSpan(const DiscrepancyRow &row) const;
    bool holds(const DiscrepancyRow &row) const;

    std::optional<Field> m_field; // none: any text
    bool m_isNegated = false;
    bool m_isOpen = false; // nothing to test
    std::vector<TextTest> m_texts;
    std::vector<Span> m_spans;
    std::array<bool, kindCount> m_kinds{};
    std::array<bool, 6> m_states{};
};

} // namespace br
