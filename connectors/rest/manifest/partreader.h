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
    int outers = 0;     // lists that `each` walks through
    bool token = false; // in a sign-in
    bool isAddress = false;
    bool header = false;    // of an answer: its headers are at hand
    bool noRecord = false;  // asked before there is one
    bool anyParent = false; // of a sign-in that every stream uses

    Place withSecrets() const;
    Place ofAddress() const;
    Place withHeaders() const;
    Place withoutRecord() const;
};

struct Declared {
    bool isPsa = false;
    std::vector<std::string> settings;
    std::set<std::string, std::less<>> bareSettings; // numbers and booleans
    std::vector<std::string> secrets;
    std::vector<std::string> answers;
    std::map<std::string, std::vector<std::string>, std::less<>> tables; // with their fields; empty: whole records
    std::map<std::string, size_t, std::less<>> keys;                     // of tables: how many paths make one
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
    // Where the first element that fits would be taken for all of them, [*] is an error; `instead` says what to write.
    Path exactPath(const Spot &spot, const Place &place, const std::string &instead);
    std::vector<Path> exactPaths(const Spot &spot, const Place &place, const std::string &instead); // one, or a list
    std::vector<Path> paths(const Spot &spot, const Place &place);                                  // one, or a list
    Template text(const Spot &spot, const Place &place);
    Template address(const Spot &spot, const Place &place); // begins with https://
    NamedTemplates templates(const Spot &spot, const Place &place);
    BodyTemplate body(const Spot &spot, const Place &place);
    QRegularExpression pattern(const Spot &spot, bool isCaseless);
    std::string secret(const Spot &spot); // the id of one of the declared secrets
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
