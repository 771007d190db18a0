#include "core/store/batchdigest.h"

#include "core/base/sha256.h"

#include <array>
#include <string_view>

namespace br {

namespace {

struct DigestPart {
    std::string_view statement;
    int columns;
    int blobs; // the last so many columns are bytes
};

constexpr std::array<DigestPart, 13> parts = {{{"digest/batch", 15, 0}, {"digest/files", 10, 0}, {"digest/findings", 7, 0},
    {"digest/clients", 4, 0}, {"digest/agreements", 7, 0}, {"digest/lines", 14, 0}, {"digest/line_pack", 1, 1}, {"digest/products", 5, 0},
    {"digest/accounts", 4, 0}, {"digest/account_pack", 1, 1}, {"digest/meters", 3, 0}, {"digest/counts", 14, 0}, {"digest/unread", 6, 0}}};

// Each value with its length in front, so that no two rows read alike; unknown is not empty.
void putValue(Sha256 &hash, std::string &head, std::string_view value)
{
    head += std::to_string(value.size());
    head += ':';
    if (value.size() < 256) {
        head += value;
        return;
    }
    hash.add(head);
    hash.add(value);
    head.clear();
}

void addRow(Sha256 &hash, const Statement &row, const DigestPart &part)
{
    std::string head;
    for (int column = 0; column < part.columns; ++column) {
        if (row.isNull(column))
            head += '-';
        else
            putValue(hash, head, column >= part.columns - part.blobs ? row.blob(column) : row.text(column));
    }
    head += '\n';
    hash.add(head);
}

} // namespace

Result<std::string> batchDigest(Database &database, int64_t batchId, const std::string &assets)
{
    Sha256 hash;
    hash.add(assets);
    for (const auto &part : parts) {
        hash.add(part.statement);
        const auto read = database.each(
            part.statement, [&](const Statement &row) { addRow(hash, row, part); }, batchId);
        if (!read)
            return read.error();
    }
    return hash.hex();
}

} // namespace br
