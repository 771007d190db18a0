// Scope: everything that a path can start from while one record is read or one request is made.
//
// Views and pointers into what the caller keeps alive; cheap to copy. What is null or absent leads nowhere.
// Thread rule: plain values.
#pragma once

#include "connectors/rest/json/jsontree.h"
#include "core/base/period.h"
#include "core/connect/secret.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br::rest {

class KeptTables;

// A record of a `for_each` stream, kept for the streams below it.
struct ParentRecord {
    JsonTree tree;
    std::string key; // the member's name where the list was an object
    std::shared_ptr<const ParentRecord> parent;
};

// A record that `each` walks through, and the one around it; lives as long as its elements are read.
struct OuterRecord {
    JsonValue record;
    const OuterRecord *outer = nullptr;
};

using SettingValues = std::map<std::string, std::string, std::less<>>; // an id without an entry or with an empty one is absent
using SecretValues = std::map<std::string, Secret, std::less<>>;
using Answers = std::map<std::string, JsonTree, std::less<>>; // of discovery steps, by id

struct Scope {
    JsonValue record;
    std::string_view key; // `$key`: the member's name of the record (or of the element that `each` walks through)
    int64_t index = -1;   // `$index`: its position in its list, from 0; none: -1
    const OuterRecord *outer = nullptr;
    const ParentRecord *parent = nullptr;
    JsonValue page;
    const std::vector<std::pair<std::string, std::string>> *headers = nullptr; // of the answer; names in lower case
    const SettingValues *settings = nullptr;
    const SecretValues *secrets = nullptr;
    const Answers *answers = nullptr;
    const KeptTables *tables = nullptr;
    Period period;
    Day today;
    std::string_view token;
    std::string_view refresh; // `$refresh`
};

} // namespace br::rest
