#include "ui/models/ordering.h"

#include "core/base/text.h"

#include <QCollator>
#include <QString>

#include <algorithm>
#include <array>
#include <numeric>

namespace br {

std::vector<uint32_t> stableOrder(const std::vector<uint64_t> &keys)
{
    const auto count = keys.size();
    std::vector<uint32_t> order(count);
    std::iota(order.begin(), order.end(), uint32_t{0});
    if (count < 2)
        return order;
    std::array<std::array<uint32_t, 256>, 8> histogram{};
    for (const auto key : keys) {
        for (size_t byte = 0; byte < 8; ++byte)
            ++histogram[byte][(key >> (byte * 8)) & 255];
    }
    std::vector<uint32_t> next(count);
    for (size_t byte = 0; byte < 8; ++byte) {
        auto &counts = histogram[byte];
        const auto shift = byte * 8;
        if (counts[(keys[0] >> shift) & 255] == count)
            continue; // all rows share this byte
        uint32_t start = 0;
        for (auto &bucket : counts)
            bucket = std::exchange(start, start + bucket);
        for (const auto row : order)
            next[counts[(keys[row] >> shift) & 255]++] = row;
        order.swap(next);
    }
    return order;
}

uint64_t orderKey(int64_t value, int64_t unknown, bool descending)
{
    if (value == unknown)
        return lastKey;
    const auto shifted = static_cast<uint64_t>(value) ^ (uint64_t{1} << 63);
    return descending ? ~shifted : shifted;
}

std::vector<uint64_t> alphabetKeys(const Dictionary &dictionary, bool descending)
{
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    std::vector<QCollatorSortKey> labels;
    labels.reserve(dictionary.size());
    for (uint32_t code = 0; code < dictionary.size(); ++code)
        labels.push_back(collator.sortKey(toQString(dictionary[code].label())));
    std::vector<uint32_t> codes(dictionary.size());
    std::iota(codes.begin(), codes.end(), uint32_t{0});
    std::ranges::sort(codes, [&](uint32_t a, uint32_t b) { return labels[a].compare(labels[b]) < 0; });
    std::vector<uint64_t> keys(dictionary.size(), lastKey);
    uint64_t place = 0;
    for (size_t i = 0; i < codes.size(); ++i) {
        if (i > 0 && labels[codes[i - 1]].compare(labels[codes[i]]) != 0)
            ++place;
        if (!dictionary[codes[i]].label().empty())
            keys[codes[i]] = descending ? dictionary.size() - place : place;
    }
    return keys;
}

} // namespace br
