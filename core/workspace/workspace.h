// Workspace: one open .brw file: its lock, its database and what the verbs need from outside (clock, connectors, who).
//
// Owns the connection and the lock. The verbs (staging, linking, rulemaking, reconciling, deciding, listing, exporting …)
// are free functions in their own headers that take a Workspace; only they open transactions. Errors name the file.
// Thread rule: created, used and destroyed on one thread (QSqlDatabase does not move).
#pragma once

#include "core/base/clock.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <memory>
#include <string>

namespace br {

class Database;
class Registry;
class SecretStore;
class SheetPrinter;
struct FactsCache;

struct Environment {
    const Clock *clock = nullptr;    // not owned
    Registry *registry = nullptr;    // not owned; may be null where nothing is imported
    std::string user;                // who acts, for the record
    SecretStore *secrets = nullptr;  // not owned; null: no keychain is known, secrets are asked for
    SheetPrinter *printer = nullptr; // not owned; null: no PDF
    bool isShortLived = false;       // ends after a verb or two: a run keeps nothing in memory for the next
};

enum class OpenMode { ReadWrite, ReadOnly };

struct NewWorkspace {
    std::string name;
    Currency currency;
};

class Workspace final {
public:
    static Result<std::unique_ptr<Workspace>> create(const std::string &path, const NewWorkspace &what, const Environment &environment);
    // Locked: Errc::Locked and the holder (program, host, process) in the message; ReadOnly opens beside the holder.
    // An older file is copied to <path>.v<N>.backup and migrated in one transaction. Foreign and newer files are refused.
    static Result<std::unique_ptr<Workspace>> open(const std::string &path, OpenMode mode, const Environment &environment);
    ~Workspace();
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;

    const std::string &path() const;
    const std::string &name() const;
    const std::string &uuid() const; // made once and kept in the file; names its entries in the keychain. Empty: read-only and older
    Currency currency() const;
    bool isReadOnly() const;
    const Environment &environment() const;
    void setUser(const std::string &user);
    Database &database() const;     // for the verbs; nobody above core/workspace uses it
    FactsCache &factsCache() const; // for core/workspace/factsloading

private:
    struct Parts;
    explicit Workspace(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace br
