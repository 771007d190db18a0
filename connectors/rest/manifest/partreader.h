// PartReader: compiles the small parts of a manifest: paths, templates, fields, conditions, regular expressions.
//
// Knows what has been declared so far (settings, secrets, discovery steps, tables), so that a name that does not exist is an
// error where it stands. Expects what the schema allows. Errors go to Marks; what could not be compiled is empty.
// Thread rule: one thread.
#pragma once

#include "connectors/rest/manifest/marks.h"
#include "connectors/rest/manifest/request.h"

#include <map>
#include <set>

namespace br::rest {

// Where a path stands: what it may start from.
struct Place {
    int parents = 0; // generations above the record
    bool secrets = false;
    bool outer = false; // inside an `each`
    bool token = false; // in a sign-in
    bool isAddress = false;
    bool anyParent = false; // of a sign-in that every stream uses

    Place withSecrets() const;
    Place ofAddress() const;
};

struct Declared {
    std::vector<std::string> settings;
    std::set<std::string, std::less<>> bareSettings; // numbers and booleans
    std::vector<std::string> secrets;
    std::vector<std::string> answers;
    std::map<std::string, std::vector<std::string>, std::less<>> tables; // with their fields; empty: whole records
    std::set<std::string, std::less<>> used;                             // "settings.region", "secrets.key"
};

class PartReader final {
public:
    explicit PartReader(Marks &marks)
        : m_marks(marks)
    {
    }
    Declared &declared() { return m_declared; }
    Marks &marks() { return m_marks; }

    Path path(const Spot &spot, const Place &place);
    std::optional<Path> optionalPath(const Spot &spot, const Place &place);
    std::vector<Path> paths(const Spot &spot, const Place &place); // one, or a list
    Template text(const Spot &spot, const Place &place);
    Template address(const Spot &spot, const Place &place); // begins with https://
    NamedTemplates templates(const Spot &spot, const Place &place);
    BodyTemplate body(const Spot &spot, const Place &place);
    QRegularExpression pattern(const Spot &spot, bool isCaseless);
    FieldSpec field(const Spot &spot, const Place &place);
    std::vector<Condition> conditions(const Spot &spot, const Place &place);

private:
    void judge(const Path &path, const Spot &spot, const Place &place);
    void judgeName(const Path &path, const Spot &spot, const std::vector<std::string> &known, const char *scope);
    void judgeLookup(const FieldSpec &field, const Spot &spot);
    void readForm(FieldSpec &field, const Spot &spot, const Place &place);
    void readChange(FieldSpec &field, const Spot &spot);
    void readMap(FieldSpec &field, const Spot &spot);
    Condition condition(const Spot &spot, const Place &place);
    void readTest(Condition &condition, const Spot &spot, const Place &place);
    Template constant(const Spot &spot, const Place &place);

    Marks &m_marks;
    Declared m_declared;
};

} // namespace br::rest
