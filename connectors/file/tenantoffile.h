// The account of a file of one tenant: the source's settings name it, else the file's name does, without export words, dates and times.
//
// Thread rule: a pure function and a plain value.
#pragma once

#include "core/base/result.h"

#include <map>
#include <string>
#include <utility>

namespace br {

struct TenantOfFile {
    std::string id;
    std::string name;
    bool isOfFileName = false;
};

TenantOfFile tenantOf(const std::string &settingsJson, const std::string &fileName);

// The accounts that the files of one import got by their names. Two reports of one kind that get the same one would count it twice.
class TenantNames final {
public:
    struct File {
        std::string path;
        std::string name;
        std::string layout;
    };
    // Two spellings of one name are one account: that of the first. Refused where a file of the same layout has it, unless forced.
    Result<TenantOfFile> take(TenantOfFile tenant, const File &file, bool isForced);

private:
    std::map<std::string, TenantOfFile> m_accounts;               // folded
    std::map<std::pair<std::string, std::string>, File> m_fileOf; // layout and folded account
};

} // namespace br
