// Encodings that signatures and sign-ins are exact about: base64, base64url, percent encoding of RFC 3986, forms.
//
// Bytes in, ASCII out. Thread rule: pure functions.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br::rest {

using Parameters = std::vector<std::pair<std::string, std::string>>;

std::string base64(std::string_view bytes);
std::string base64Url(std::string_view bytes); // without padding (RFC 7515)
// Everything but letters, digits and "-._~" becomes %XX: a blank is %20, a plus %2B.
std::string percentEncoded(std::string_view bytes);
std::string percentDecoded(std::string_view text, bool plusIsBlank = false);
std::string formEncoded(const Parameters &parameters); // in the given order; a blank is %20
Parameters formDecoded(std::string_view text);         // of a query or a form body
// "https://host/a?b=1" and {c: 2} -> "https://host/a?b=1&c=2"; a fragment stays last.
std::string withQuery(std::string_view url, const Parameters &parameters);

} // namespace br::rest
