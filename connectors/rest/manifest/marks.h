// Marks: the problems of one manifest as they are found, each with its line and key.
//
// Thread rule: one thread.
#pragma once

#include "connectors/rest/json/jsontree.h"
#include "core/connect/vendors.h"

#include <set>
#include <string>
#include <vector>

namespace br::rest {

// A value of the manifest and where it stands: "/streams/0/paging".
struct Spot {
    JsonValue value;
    std::string pointer;

    Spot member(std::string_view name) const;
    Spot at(size_t index) const;
    bool isThere() const { return value.type() != JsonType::Absent; }
    std::string_view text() const { return value.text(); }
};

class Marks final {
public:
    explicit Marks(std::string file)
        : m_file(std::move(file))
    {
    }
    void error(const Spot &spot, std::string what) { add(spot, std::move(what), true); }
    void warning(const Spot &spot, std::string what) { add(spot, std::move(what), false); }
    bool hasErrors() const { return m_hasErrors; }
    std::vector<ManifestProblem> take(); // in the order of the file

private:
    void add(const Spot &spot, std::string what, bool isError);
    std::string m_file;
    std::vector<ManifestProblem> m_problems;
    std::set<std::string> m_told;
    bool m_hasErrors = false;
};

} // namespace br::rest
