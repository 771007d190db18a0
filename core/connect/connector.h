// Connector: what a plugin that brings records looks like from our side.
//
// A connector owns nothing of the workspace: it gets a request and a sink and returns success only when it brought
// everything. Errors say what to do. Thread rule: fetch() runs on a worker thread, blocking; it polls progress.cancelled().
// Plugins are loaded by core/connect/registry.h; their JSON metadata (id, name, version, sides) is read without loading code.
#pragma once

#include "core/base/progress.h"
#include "core/connect/recordsink.h"
#include "core/connect/secret.h"
#include "core/connect/vendors.h"

#include <QtPlugin>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace br {

// A saved column mapping for files that no shipped layout knows; see connectors/file/layouts/README.md.
struct LayoutProfile {
    std::string name;
    std::string json;
};

struct FetchRequest {
    SourceName source;
    Side side = Side::Vendor;
    Period period;
    std::string settings;                // JSON object of the source, no secrets
    std::vector<std::string> files;      // file connector
    std::string layout;                  // "auto" or a layout's id or a profile's name
    bool force = false;                  // take a file of another month
    std::vector<LayoutProfile> profiles; // saved in the workspace
    Currency currency;                   // the workspace's: for files that state none
    Day today = {};                      // by the workspace's clock: for APIs that tell the present state only
    SourceSecrets *secrets = nullptr;    // not owned; null where the connector needs none
};

// How a sync read one of a vendor's lists (or one for each of several parents), for whoever tries a manifest.
struct ReadStream {
    std::string name;
    int64_t lists = 0;
    int64_t pages = 0;
    int64_t records = 0; // as they came
    std::optional<int64_t> declared = {};
    std::vector<std::string> ended = {};  // by which rule, each once
    std::vector<std::string> absent = {}; // what the manifest states and no record had
};

struct FetchSummary {
    std::vector<std::string> warnings;
    std::string serverDate = {}; // UTC, as the vendor's server said; empty: it did not. A clock that is off is one of the warnings
    int64_t requests = 0;        // of a sync
    std::vector<ReadStream> streams = {};
};

struct MappableField {
    std::string name; // "account_name"; of a layout's own, as it calls it
    bool required = false;
    std::string heading = {}; // the column's, where a layout knows one; empty: the name says it
};

// The layout that would fit a file if a few of its columns had other names.
struct NearLayout {
    std::string id;
    std::string title;
    bool isProfile = false;
    std::vector<MappableField> missing; // of its columns that do not stand there, the needed ones and any that looks renamed; two may share
                                        // a heading: one column for both
    std::map<std::string, int> proposed; // field -> the column that looks like it
    std::vector<std::string> tells;      // headings that such files have and this one has not
    std::vector<int> free;               // columns that the layout takes for nothing and whose heading stands once
    std::vector<std::string> found;      // fields whose columns stand there
};

// What a file looks like before it is imported: for the preview and the column mapping.
struct FilePreview {
    std::string file;
    std::string sheet;    // xlsx only
    std::string encoding; // "UTF-8", "UTF-16LE", "Latin-1 (assumed)", "Excel"
    char delimiter = ',';
    int64_t headerRow = 0;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows; // the first few
    std::string layout;                         // found; empty: unknown
    std::string layoutTitle;
    bool isOtherSideNearer = false;     // the file fits a layout of the other side better
    std::map<std::string, int> mapping; // field -> column
    std::vector<std::string> problems;  // "Column Quantity is missing; Qty stands where it was"
    std::optional<NearLayout> nearest;  // where no layout was found
};

class Connector {
public:
    virtual ~Connector() = default;
    virtual Result<FetchSummary> fetch(const FetchRequest &request, RecordSink &sink, Progress &progress) = 0;
};

// What the file connector can do beyond fetch: look before importing, map columns of unknown files.
class FileReading {
public:
    virtual ~FileReading() = default;
    virtual Result<FilePreview> preview(const FetchRequest &request, const std::string &file) const = 0;
    virtual std::vector<MappableField> mappableFields(Side side) const = 0;
    // Makes a profile from a person's mapping (field -> column index of preview.header).
    virtual Result<LayoutProfile> makeProfile(
        const std::string &name, Side side, const FilePreview &preview, const std::map<std::string, int> &mapping) const = 0;
    // Makes a profile of preview.nearest and the columns that have other names (field -> column index). What that is made of, a layout
    // or one of `profiles`, stays as it is; under the name of that profile the answer takes its place and reads both forms.
    virtual Result<LayoutProfile> adaptNearest(const std::string &name, const std::vector<LayoutProfile> &profiles,
        const FilePreview &preview, const std::map<std::string, int> &mapping) const = 0;
    virtual std::vector<std::pair<std::string, std::string>> layouts() const = 0; // id, title
};

class ConnectorPlugin {
public:
    virtual ~ConnectorPlugin() = default;
    virtual std::unique_ptr<Connector> create() const = 0;
    virtual const FileReading *fileReading() const { return nullptr; }         // owned by the plugin
    virtual const VendorCatalogue *vendorCatalogue() const { return nullptr; } // owned by the plugin
};

} // namespace br

#define BrConnectorPluginId "org.billingreconcile.ConnectorPlugin/3"
Q_DECLARE_INTERFACE(br::ConnectorPlugin, BrConnectorPluginId)
