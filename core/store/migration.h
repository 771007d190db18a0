// Migration: brings a file from the schema it has to the one this program knows, and says whether a schema is exactly ours.
//
// Migrations are the resources :/sql/migrations/NNNN_what.sql, all missing ones in one transaction; user_version is the number of the last
// one. Thread rule: the Database's thread.
#pragma once

#include "core/store/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace br {

inline constexpr int64_t applicationId = 0x42525731; // "BRW1"

struct Migration {
    int64_t version = 0;
    std::string sql; // statements separated by ';' and a blank line
};

Result<std::vector<Migration>> shippedMigrations(); // ascending
Result<int64_t> schemaVersion(Database &database);
// Those above the file's version, in order; where one fails the file stays as it was.
Status migrate(Database &database, const std::vector<Migration> &migrations);
// Every table, index, trigger and view as text, in order.
Result<std::string> schemaText(Database &database);
// schemaText of a fresh file after `migrations`.
Result<std::string> expectedSchema(const std::vector<Migration> &migrations);

// Whether `text` is expectedSchema(shippedMigrations()), told by its digest: every opening asks, and making a fresh file takes
// as long as everything else in it. A "no" may only be a digest that was not brought up to date (a test says so): compare then.
bool isShippedSchema(std::string_view text);

} // namespace br
