#include "core/base/text.h"
#include "core/reconcile/suggest.h"

#include <QString>

#include <algorithm>
#include <array>

namespace br {

namespace {

// Legal forms and fillers, after folding and without punctuation ("S.A." is "sa").
constexpr std::array<std::string_view, 58> fillers = {
    "ab",
    "ag",
    "and",
    "aps",
    "as",
    "asa",
    "bv",
    "bvba",
    "cie",
    "co",
    "company",
    "corp",
    "corporation",
    "cv",
    "doo",
    "e",
    "eg",
    "ehf",
    "et",
    "ev",
    "fils",
    "gbr",
    "gesmbh",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "kgaa",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "mbh",
    "nv",
    "og",
    "ohg",
    "ooo",
    "oy",
    "oyj",
    "plc",
    "pllc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "se",
    "sl",
    "spa",
    "sprl",
    "srl",
    "sro",
    "the",
    "ug",
    "und",
};
static_assert(std::ranges::is_sorted(fillers));

bool isFiller(const std::string &word) { return std::ranges::binary_search(fillers, std::string_view(word)); }

// Words of letters and digits; dots and apostrophes vanish, everything else parts words.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> found;
    QString word;
    const auto keep = [&] {
        if (!word.isEmpty())
            found.push_back(toUtf8(word));
        word.clear();
    };
    const auto plain = toQString(folded(name)).normalized(QString::NormalizationForm_KD);
    for (const auto c : plain) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            word.append(c);
        else if (!c.isMark() && c != u'.' && c != u'\'' && c != u'\u2019')
            keep();
    }
    keep();
    return found;
}

} // namespace

std::string normalisedName(std::string_view name)
{
    const auto all = wordsOf(name);
    std::vector<std::string> kept;
    std::ranges::copy_if(all, std::back_inserter(kept), [](const std::string &word) { return !isFiller(word); });
    return joined(kept.empty() ? all : kept, " "); // a name of nothing but legal forms stays what it is
}

} // namespace br
