// Fixtures of the manifest engine's tests: JSON written with ' for ", and a small manifest to change.
#pragma once

#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/manifest/manifest.h"

#include <string>

namespace br::test {

std::string quoted(std::string text);                                                 // ' becomes "
rest::JsonTree tree(const std::string &singleQuoted);                                 // fails the program where it cannot be read
std::string smallManifest();                                                          // valid; one of everything that tests change
std::string edited(std::string text, const std::string &from, const std::string &to); // fails the program where `from` is missing
// A manifest of one stream "things" whose emits, and further keys of the stream, are given (single quoted).
std::shared_ptr<const rest::Manifest> manifestOf(const std::string &emits, const std::string &streamKeys = {});
rest::FieldSpec fieldOf(const std::string &field);         // single quoted: "'a.b'" or "{'path': 'a'}"
rest::Condition conditionOf(const std::string &condition); // single quoted

} // namespace br::test
