// Reading: what a path, a field or a condition gives in a scope.
//
// Values are views: into the scope's trees, or into texts that the Scratch keeps. An absent value is std::nullopt: unknown,
// never zero. Numbers are compared and computed as exact decimals. Thread rule: pure functions; a Scratch has one thread.
#pragma once

#include "connectors/rest/value/field.h"
#include "connectors/rest/value/scope.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace br::rest {

// Texts made on the way, and what a person should know about the values that were read.
class Scratch final {
public:
    struct Note {
        std::string path; // as the manifest writes it
        std::string value;
        std::string reason;
        bool rejects = false; // the whole record cannot be taken
    };
    // What stands where a text was read that is none: the first list or object, and the first true or false.
    struct Misfit {
        const Path *path = nullptr;
        JsonValue value;
    };
    struct Misfits {
        Misfit structure;
        Misfit truth;
    };
    Misfits misfits;

    std::string_view keep(std::string text) { return *m_texts.emplace_back(std::make_unique<std::string>(std::move(text))); }
    void note(Note note) { m_notes.push_back(std::move(note)); }
    const std::vector<Note> &notes() const { return m_notes; }
    void clear()
    {
        m_texts.clear();
        m_notes.clear();
        misfits = {};
    }

private:
    std::vector<std::unique_ptr<std::string>> m_texts; // stable addresses; nothing is allocated before it is needed
    std::vector<Note> m_notes;
};

// What stands there, where it is JSON (a record, a page, a discovery's answer); absent for every other scope.
JsonValue jsonAt(const Path &path, const Scope &scope);
// As text, from any scope; days as 2026-10-31. Absent: nullopt. A list or an object is its JSON.
std::optional<std::string_view> viewAt(const Path &path, const Scope &scope, Scratch &scratch);
std::optional<std::string> textAt(const Path &path, const Scope &scope);

// With `as`, `match`, `case` and `map` applied; a date shape gives 2026-10-31. What cannot be read is noted.
std::optional<std::string_view> read(const FieldSpec &field, const Scope &scope, Scratch &scratch);

// Several values as one text that no other values give; a single one as it is.
std::string keyOf(const std::vector<std::string_view> &values);

bool holds(const Condition &condition, const Scope &scope, Scratch &scratch);
bool holdAll(const std::vector<Condition> &conditions, const Scope &scope, Scratch &scratch); // true of none
bool holdAll(const std::vector<Condition> &conditions, const Scope &scope);

} // namespace br::rest
