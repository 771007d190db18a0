// VendorCatalogue: the vendors that a connector knows by manifest: their forms, a check of a manifest, trying a connection.
//
// Owned by the plugin. Errors name the manifest's file, line and key. Thread rule: values from any thread; test() and
// signIn() block and belong on a worker thread.
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/batch.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace br {

struct FetchRequest;

enum class SettingKind { Text, Host, Number, Boolean, Choice };

struct SettingField { // one line of the form that a person fills in
    std::string id;
    std::string label;
    std::string help;
    SettingKind kind = SettingKind::Text;
    bool required = true;
    std::string defaultValue;
    std::vector<std::pair<std::string, std::string>> choices; // value, label
    std::string pattern;                                      // regular expression of the whole value; empty: none
    std::string example;
};

struct SecretField { // asked for with the characters hidden, kept in the keychain
    std::string id;
    std::string label;
    std::string help;
    bool required = true;
    bool multiline = false;
};

struct VendorInfo {
    std::string id; // "huntress"
    std::string name;
    std::string version;
    Side side = Side::Vendor;
    std::string about;
    std::string permission;    // the least that the key needs
    std::string documentation; // an address
    std::vector<SettingField> settings;
    std::vector<SecretField> secrets;
    bool signsInByBrowser = false;
    std::string file; // of a person's own manifest; empty: shipped
};

struct ManifestProblem {
    std::string file;
    int line = 0;     // 0: the whole file
    std::string key;  // "/streams/0/paging/next"
    std::string what; // a sentence: what is wrong and what would be right
    bool isError = true;
};

struct ConnectionReport {
    std::vector<std::string> facts; // "Signed in", "The first page holds 25 customers"
    std::vector<std::string> warnings;
};

class VendorCatalogue {
public:
    virtual ~VendorCatalogue() = default;
    virtual std::vector<VendorInfo> vendors() const = 0;
    virtual std::vector<ManifestProblem> problems() const = 0; // of the person's own manifests that could not be taken
    virtual std::string ownFolder() const = 0;
    virtual Result<std::vector<ManifestProblem>> check(const std::string &manifestFile) const = 0; // Io where it cannot be read
    virtual Result<VendorInfo> load(const std::string &manifestFile) const = 0;                    // for a dry run of a file
    // `request.settings` as for fetch; nothing is stored.
    virtual Result<ConnectionReport> test(const FetchRequest &request, Progress &progress) const = 0;
    // Opens the browser through `open` and waits for the answer; keeps the refresh token in request.secrets.
    virtual Status signIn(
        const FetchRequest &request, const std::function<bool(const std::string &url)> &open, Progress &progress) const = 0;
};

} // namespace br

// Settings of a `rest` source, as JSON:
//   {"vendor": "huntress", "values": {"region": "eu"}, "ca": "-----BEGIN CERTIFICATE-----…",
//    "connect_to": {"api.huntress.io": "https://127.0.0.1:40001"}}
// `ca` pins a self-hosted server's own authority. `connect_to` sends a host's requests to a stand-in on this machine
// (loopback addresses only): for tests and the demo. `manifest` instead of `vendor` names a file: for dry runs only.
