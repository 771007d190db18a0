// Schema: checks a document against a JSON Schema (draft-07, the part of it that manifest.schema.json needs).
//
// Knows $ref to definitions, type, enum, const, pattern, minLength, minimum, maximum, properties, required,
// additionalProperties, propertyNames, minProperties, maxProperties, dependencies (lists), items (one schema), minItems,
// allOf, anyOf, oneOf, not, if/then/else. A "$comment" beside a rule that has no plain words (oneOf, pattern …) is the sentence that a
// person reads. Errors go to Marks. Thread rule: const after it is made.
#pragma once

#include "connectors/rest/manifest/marks.h"

namespace br::rest {

class Schema final {
public:
    explicit Schema(JsonTree tree)
        : m_tree(std::move(tree))
    {
    }
    void check(const JsonValue &document, Marks &marks) const;

private:
    bool holds(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool isTyped(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool isValued(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool hasMembers(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool hasNames(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool hasItems(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool isCombined(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    bool holdsAny(const JsonValue &schema, const Spot &spot, Marks *marks) const;
    JsonValue resolved(const JsonValue &schema) const;
    JsonTree m_tree;
};

} // namespace br::rest
