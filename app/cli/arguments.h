// Arguments: the words after a verb, read against what the verb takes.
//
// "--name value", "--name=value", "-o value" and "--" (the rest is no option). Unknown, doubled and missing ones are
// refused with a sentence. Thread rule: plain values.
#pragma once

#include "core/base/period.h"
#include "core/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace br::cli {

struct OptionInfo {
    std::string name;  // without dashes
    std::string value; // what it takes, "DATE"; empty: nothing
    std::string help;
    bool required = false;
    bool many = false; // may be given several times
};

struct PositionalInfo {
    std::string name; // "FILE.brw"
    std::string help;
    bool many = false;     // the last one only: one or more
    bool optional = false; // the last one only: may be left out
};

struct VerbInfo {
    std::string name; // "import", "source add"
    std::string summary;
    std::vector<PositionalInfo> positionals;
    std::vector<OptionInfo> options;   // --json and --help belong to every verb and are not listed
    std::vector<std::string> examples; // what follows the program's name
    std::string details;
};

class Arguments final {
public:
    static Result<Arguments> parse(const VerbInfo &verb, const std::vector<std::string> &words);

    bool wantsHelp() const { return has("help"); }
    bool wantsJson() const { return has("json"); }
    bool has(const std::string &option) const { return m_options.contains(option); }
    std::optional<std::string> option(const std::string &name) const;
    std::string option(const std::string &name, const std::string &otherwise) const;
    std::vector<std::string> all(const std::string &name) const; // of an option that may be given several times
    // "name=value" of such an option, by name; a text without "=" or a name given twice is refused.
    Result<std::map<std::string, std::string>> pairs(const std::string &name) const;
    const std::string &file() const { return at(0); } // the workspace comes first in every verb
    const std::string &at(size_t index) const { return m_positionals.at(index); }
    std::vector<std::string> from(size_t index) const;

    Result<Period> period() const;                         // --period
    Result<MaybeDay> day(const std::string &option) const; // none where it is not given

private:
    std::vector<std::string> m_positionals;
    std::map<std::string, std::string> m_options;
    std::multimap<std::string, std::string> m_repeated;
};

} // namespace br::cli
