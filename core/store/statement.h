// Statement: one prepared SQL statement: bind, step, read.
//
// Made by Database::prepare and given back to its cache when it goes; it must not outlive its Database. Placeholders are plain
// '?', places are counted from 1, columns from 0. Views of text and blobs are valid until the next step, reset or destruction.
// A failed bind is told by the next step. Thread rule: the Database's thread.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

namespace br {

class Database;

struct Blob { // bytes; they must live until the statement has run
    std::string_view bytes;
};

// The two ways a statement can run: SQLite's C API, or QSqlQuery where Qt's driver carries another SQLite than ours.
class StatementPath {
public:
    virtual ~StatementPath() = default;
    virtual void bindNull(int place) = 0;
    virtual void bindInteger(int place, int64_t value) = 0;
    // Not copied: both must stay as they are until reset().
    virtual void bindText(int place, std::string_view text) = 0;
    virtual void bindBlob(int place, std::string_view bytes) = 0;
    virtual Result<bool> step() = 0;
    virtual void reset() = 0; // keeps nothing bound
    virtual bool isNull(int column) const = 0;
    virtual int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual std::string_view blob(int column) const = 0;
};

class Statement final {
public:
    Statement(Statement &&other) noexcept = default;
    Statement &operator=(Statement &&other) = delete;
    ~Statement();

    template <class T>
    requires std::is_integral_v<T> Statement &bind(int place, T value)
    {
        m_path->bindInteger(place, static_cast<int64_t>(value));
        return *this;
    }
    Statement &bind(int place, std::string_view text)
    {
        m_path->bindText(place, text);
        return *this;
    }
    Statement &bind(int place, Blob blob)
    {
        m_path->bindBlob(place, blob.bytes);
        return *this;
    }
    Statement &bind(int place, std::nullopt_t)
    {
        m_path->bindNull(place);
        return *this;
    }
    template <class Tag>
    Statement &bind(int place, const Id<Tag> &id)
    {
        m_path->bindText(place, id.text);
        return *this;
    }
    template <class T>
    Statement &bind(int place, const std::optional<T> &value)
    {
        return value ? bind(place, *value) : bind(place, std::nullopt);
    }
    // bindAll(a, b, c) binds places 1, 2, 3. Texts and bytes are not copied: they must stay until the statement is reset.
    template <class... Values>
    Statement &bindAll(const Values &...values)
    {
        int place = 0;
        (bind(++place, values), ...);
        return *this;
    }

    Result<bool> step() { return m_path->step(); } // true: a row to read
    Status run();                                  // steps to the end, then resets
    void reset() { m_path->reset(); }

    bool isNull(int column) const { return m_path->isNull(column); }
    int64_t integer(int column) const { return m_path->integer(column); } // null: 0
    std::optional<int64_t> maybeInteger(int column) const { return isNull(column) ? std::nullopt : std::optional(integer(column)); }
    std::string_view text(int column) const { return m_path->text(column); } // null: empty
    std::string_view blob(int column) const { return m_path->blob(column); } // null: empty
    std::string string(int column) const { return std::string(text(column)); }

private:
    friend class Database;
    Statement(Database &database, std::string name, std::unique_ptr<StatementPath> path);
    Database *m_database;
    std::string m_name; // empty: not from a resource, not kept
    std::unique_ptr<StatementPath> m_path;
};

} // namespace br
