// The records that a stand-in's world must give, worked out by hand, in expected/NAME.txt: a line a record.
#pragma once

#include <string>
#include <vector>

namespace br::test {

std::vector<std::string> expectedOf(const std::string &name);                                 // sorted; empty: no such file
bool areEqual(const std::vector<std::string> &got, const std::vector<std::string> &expected); // both sorted; says what is missing and extra

} // namespace br::test
