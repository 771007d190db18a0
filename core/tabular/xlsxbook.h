// XlsxBook: what all sheets of a workbook share (texts, date styles, date system), and access to the parts of its package.
//
// Internal to core/tabular. Thread rule: read-only after load(); a part is opened on the thread that reads it.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <memory>
#include <string>
#include <vector>

class QIODevice;

namespace br {

struct XlsxSheetPart {
    std::string name;
    QString part; // "xl/worksheets/sheet1.xml"
    bool isHidden = false;
};

struct XlsxBook {
    std::string path;
    std::string file; // name without folder, for messages
    bool dates1904 = false;
    std::vector<XlsxSheetPart> sheets;
    std::vector<std::string> texts;
    std::vector<bool> isDateStyle; // by cell format index

    static Result<std::shared_ptr<const XlsxBook>> load(const std::string &path);
};

// An open part of a package; keeps the package open as long as it lives.
class XlsxPart final {
public:
    XlsxPart(const std::string &path, const QString &part);
    ~XlsxPart();
    XlsxPart(const XlsxPart &) = delete;
    XlsxPart &operator=(const XlsxPart &) = delete;

    bool isThere() const; // the package can be read and has such a part
    // Opens it; refuses what would unpack to more than `limit` bytes.
    Status open(const std::string &file, int64_t limit);
    QIODevice &device();
    int64_t unpackedPosition() const;
    int64_t unpackedSize() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// A number as a spreadsheet shows it: at most 15 significant digits, no exponent.
std::string spreadsheetNumber(std::string_view raw);

} // namespace br
