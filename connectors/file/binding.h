// Binding: which column of a file fills which slot of a layout; and how well a header fits a layout.
//
// Thread rule: plain values.
#pragma once

#include "connectors/file/layout.h"
#include "core/tabular/header.h"

#include <optional>
#include <string>
#include <vector>

namespace br {

struct Binding {
    std::vector<std::optional<size_t>> columnOf; // by slot
    std::vector<size_t> unknown;                 // columns that no slot takes
    std::vector<const LayoutColumn *> missing;   // required columns that are not there
    std::vector<const LayoutColumn *> absent;    // others that are not there
    std::vector<std::string> ambiguous;          // headers that stand twice where a slot needs one
    int matched = 0;
    bool detected = true; // the layout's tell-tale headers stand there (and none it avoids)

    bool fits() const { return missing.empty() && detected; }
};

Binding bind(const Layout &layout, const Header &header);

// The unknown column that looks like `column` under another name; none where nothing is near.
std::optional<size_t> renamedColumn(const LayoutColumn &column, const Binding &binding, const Header &header);

} // namespace br
