// StreamSpec: one list of a vendor: its request, its pages, when it is complete, and what becomes of each record.
//
// Thread rule: plain values.
#pragma once

#include "connectors/rest/manifest/request.h"
#include "core/connect/slots.h"

namespace br::rest {

struct PagingSpec {
    enum class Scheme { None, Page, Offset, Cursor, NextUrl, LinkHeader, After };
    enum class End { NoNext, ShortPage, EmptyPage, Total, TotalPages, More };
    Scheme scheme = Scheme::None;
    std::string parameter; // with inBody: its path in the body, "params.page"
    int64_t first = 0;
    std::string sizeParameter; // empty: none is sent
    int64_t size = 0;          // 0: not stated
    bool inBody = false;
    std::optional<Path> next;
    std::vector<std::pair<std::string, Path>> with; // further parameters of a cursor
    std::optional<Path> nextHeaders;
    std::optional<Path> of; // After: in the last record
    std::optional<Path> more;
    std::vector<End> ends; // any of them; never empty: defaults are filled in
};

struct CompleteSpec {
    std::optional<Path> total;
    std::optional<Path> totalPages;
};

struct UnavailableRule {
    std::vector<int> statuses;   // empty: any
    std::vector<Condition> when; // on the body ($page and record are its root)
    bool warns = false;
    std::string why;
};

struct KeepSpec {
    std::string as;
    std::vector<Path> keys;   // one, or several that tell records apart together
    std::vector<Path> fields; // empty: whole records
};

enum class RecordKind { Client, Line, Product, Account, Count, Asset };

struct SkipSpec {
    std::vector<Condition> when;
    std::string why;
};

struct EmitField {
    field::Slot slot = field::AccountId;
    FieldSpec value;
};

struct EmitSpec {
    RecordKind record = RecordKind::Asset;
    std::vector<Condition> when;
    std::vector<SkipSpec> skip;
    std::vector<Path> each; // lists in lists, from the outside; empty: the record itself
    bool optional = false;  // a list of `each` that is missing is an empty one
    std::vector<EmitField> fields;
    bool sums = false;
    std::vector<Path> evidence;
};

struct StreamSpec {
    std::string id;
    std::string label; // never empty
    RequestSpec request;
    std::string forEach; // empty: none
    std::vector<Condition> only;
    Path records;
    bool optional = false;
    std::vector<Path> identity; // empty: records cannot be told apart
    PagingSpec paging;
    CompleteSpec complete;
    std::vector<UnavailableRule> unavailable;
    std::optional<KeepSpec> keep;
    std::vector<EmitSpec> emits;
    AuthChoice auth;
    NamedTemplates headers;
    bool isParent = false; // a later stream says for_each of it
};

} // namespace br::rest
