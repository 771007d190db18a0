// Result<T>: a value or an Error, for every operation that can fail.
//
// Errors are values: an enum to branch on, a sentence for people (already in the user's language, it names file,
// row, field and what to do), and a detail for the log. Nothing here throws. Thread rule: plain values.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace br {

enum class Errc {
    InvalidInput, // what was given cannot be read or does not fit
    NotFound,     // a named thing does not exist
    Conflict,     // it exists already, or its state forbids the act
    Refused,      // allowed in principle, not now (a guard said no); the message says how to go on
    Locked,       // another process holds the workspace
    ReadOnly,     // the workspace or its folder cannot be written
    ForeignFile,  // not a BillingReconcile workspace
    NewerFile,    // made by a newer program
    Damaged,      // integrity, schema or audit chain broken
    Io,           // disk full, no permission, vanished medium
    Cancelled,    // the person cancelled
    Unsupported,  // this build or platform cannot do it
    Denied,       // credentials or permission refused by the other side
    Unreachable,  // network, TLS or a service that does not answer
    Incomplete,   // a sync that could not prove that it read everything
    Internal,     // a broken promise of our own
};

// NOLINTNEXTLINE(clang-analyzer-core.uninitialized.Assign): it loses which of the two a Result holds.
struct Error {
    Errc code = Errc::Internal;
    std::string message;
    std::string detail = {};
};

template <class T>
class [[nodiscard]] Result final {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> final {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
        , m_ok(false)
    {
    }

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

using Status = Result<void>;

} // namespace br
