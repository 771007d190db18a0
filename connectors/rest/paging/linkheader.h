// The address of rel="next" in a Link header (RFC 8288); empty: there is none.
//
// Commas and semicolons inside the brackets and quotes do not separate. Thread rule: pure function.
#pragma once

#include <string>
#include <string_view>

namespace br::rest {

std::string nextLink(std::string_view header);

} // namespace br::rest
