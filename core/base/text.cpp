#include "core/base/text.h"

#include "core/base/casefold.h"

#include <QCoreApplication>
#include <QString>
#include <QStringConverter>

namespace br {

namespace {

bool isAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

char asciiLower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

size_t characterLength(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace

std::string_view trimmedWhole(std::string_view text)
{
    while (!text.empty() && isAsciiSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isAsciiSpace(text.back()))
        text.remove_suffix(1);
    if (text.empty() || (static_cast<signed char>(text.front()) >= 0 && static_cast<signed char>(text.back()) >= 0))
        return text;
    // Only here can a non-ASCII space (no-break space, ideographic space) stand at an end.
    const auto wide = toQString(text);
    const auto inner = wide.trimmed();
    if (inner.size() == wide.size())
        return text;
    const auto lead = wide.indexOf(inner);
    const auto skip = static_cast<size_t>(QStringView(wide).left(lead).toUtf8().size());
    return text.substr(skip, static_cast<size_t>(inner.toUtf8().size()));
}

std::string folded(std::string_view text)
{
    const auto inner = trimmed(text);
    if (isAscii(inner)) {
        std::string out(inner);
        for (auto &c : out)
            c = asciiLower(c);
        return out;
    }
    return toUtf8(fullyFolded(toQString(inner)));
}

std::string headerKey(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    if (isAscii(text)) {
        for (const char c : text) {
            const char lower = asciiLower(c);
            if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9'))
                out.push_back(lower);
        }
        return out;
    }
    QString kept;
    const auto plain = fullyFolded(toQString(text)).normalized(QString::NormalizationForm_KD);
    for (const auto c : plain) {
        if (c.isLetterOrNumber())
            kept.append(c);
    }
    return toUtf8(kept);
}

bool isAscii(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<signed char>(c) < 0)
            return false;
    }
    return true;
}

bool isValidUtf8(std::string_view text)
{
    if (isAscii(text))
        return true;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString decoded(decoder.requiredSpace(static_cast<qsizetype>(text.size())), Qt::Uninitialized);
    decoder.appendToBuffer(decoded.data(), QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError();
}

bool matchesWildcard(std::string_view text, std::string_view pattern)
{
    size_t t = 0;
    size_t p = 0;
    size_t star = std::string_view::npos;
    size_t mark = 0;
    while (t < text.size()) {
        const size_t step = characterLength(text[t]);
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            t += step;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            mark += characterLength(text[mark]);
            t = mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::string shortened(std::string_view text, size_t limit)
{
    if (text.size() <= limit)
        return std::string(text);
    const auto wide = toQString(text.substr(0, limit * 4));
    if (static_cast<size_t>(wide.size()) <= limit && text.size() <= limit * 4)
        return std::string(text);
    auto kept = wide.left(static_cast<qsizetype>(limit));
    if (!kept.isEmpty() && kept.back().isHighSurrogate())
        kept.chop(1);
    return toUtf8(kept + QChar(0x2026));
}

std::string words(const char *context, const char *text, std::initializer_list<std::string> arguments)
{
    const auto pattern = toUtf8(QCoreApplication::translate(context, text));
    std::string out;
    out.reserve(pattern.size() + 32);
    for (size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const auto index = place ? static_cast<size_t>(pattern[i + 1] - '1') : 0;
        if (place && index < arguments.size()) {
            out += *(arguments.begin() + index);
            ++i;
        } else {
            out.push_back(pattern[i]);
        }
    }
    return out;
}

QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

std::string toUtf8(const QString &text) { return text.toStdString(); }

std::string joined(const std::vector<std::string> &parts, std::string_view separator)
{
    std::string out;
    for (size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            out += separator;
        out += parts[i];
    }
    return out;
}

} // namespace br
