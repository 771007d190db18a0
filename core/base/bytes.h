// Bytes: writing and reading the small numbers and texts of packs: LEB128, zigzag, length-prefixed text. An exact decimal is
// twice its zigzag where it is whole, as most quantities are; else 1 and its smallest units.
//
// ByteReader never reads past the end: a number or text that does not fit makes it bad, and everything read after is zero or
// empty; ask isGood() once at the end. Thread rule: plain values; texts are views into the bytes.
#pragma once

#include "core/base/decimal.h"
#include "core/base/period.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace br {

constexpr uint64_t zigzag(int64_t value) { return (static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63); }
constexpr int64_t unzigzag(uint64_t value) { return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1); }

inline constexpr size_t longestNumber = 10; // bytes
inline constexpr size_t longestFixed = 1 + longestNumber;

// Writes at `at`, where there is room for the longest, and says where the next byte goes.
inline char *writeNumber(char *at, uint64_t value)
{
    while (value >= 0x80) {
        *at++ = static_cast<char>(value | 0x80);
        value >>= 7;
    }
    *at++ = static_cast<char>(value);
    return at;
}

template <int Places>
char *writeFixed(char *at, Fixed<Places> value)
{
    const auto whole = value.raw() / value.one;
    if (whole * value.one == value.raw())
        return writeNumber(at, zigzag(whole) << 1);
    return writeNumber(writeNumber(at, 1), zigzag(value.raw()));
}

void putLongNumber(std::string *out, uint64_t value); // of several bytes: seldom enough for a call

inline void putNumber(std::string *out, uint64_t value)
{
    if (value < 0x80) { // most of them
        out->push_back(static_cast<char>(value));
        return;
    }
    putLongNumber(out, value);
}

inline void putSigned(std::string *out, int64_t value) { putNumber(out, zigzag(value)); }

inline void putText(std::string *out, std::string_view text)
{
    putNumber(out, text.size());
    out->append(text);
}

// 0: none; else zigzag + 1.
constexpr uint64_t maybeNumber(const std::optional<int64_t> &value) { return value ? zigzag(*value) + 1 : 0; }
inline void putMaybe(std::string *out, const std::optional<int64_t> &value) { putNumber(out, maybeNumber(value)); }

class ByteReader final {
public:
    explicit ByteReader(std::string_view bytes)
        : m_bytes(bytes)
    {
    }
    bool isAtEnd() const { return m_at >= m_bytes.size(); }
    bool isGood() const { return m_isGood; }
    void fail()
    {
        m_isGood = false;
        m_at = m_bytes.size();
    }

    uint8_t byte()
    {
        if (m_at < m_bytes.size())
            return static_cast<uint8_t>(m_bytes[m_at++]);
        fail();
        return 0;
    }

    uint64_t number()
    {
        if (m_at < m_bytes.size() && static_cast<uint8_t>(m_bytes[m_at]) < 0x80)
            return static_cast<uint8_t>(m_bytes[m_at++]);
        return longNumber();
    }

    int64_t signedNumber() { return unzigzag(number()); }

    template <int Places>
    Fixed<Places> fixed()
    {
        const auto value = number();
        if (value == 1)
            return Fixed<Places>::fromRaw(signedNumber());
        constexpr auto largest = static_cast<uint64_t>(INT64_MAX / Fixed<Places>::one);
        if (value % 2 != 0 || value / 4 > largest)
            fail();
        return m_isGood ? Fixed<Places>::fromInt(unzigzag(value >> 1)) : Fixed<Places>();
    }

    std::optional<int64_t> maybe()
    {
        const auto value = number();
        return value == 0 ? std::nullopt : std::optional(unzigzag(value - 1));
    }

    std::string_view text()
    {
        const auto length = number();
        if (length > m_bytes.size() - m_at) {
            fail();
            return {};
        }
        const auto found = m_bytes.substr(m_at, length);
        m_at += length;
        return found;
    }

private:
    uint64_t longNumber();

    std::string_view m_bytes;
    size_t m_at = 0;
    bool m_isGood = true;
};

} // namespace br
