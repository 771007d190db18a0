#include "connectors/rest/redactor.h"

#include "connectors/rest/auth/encoding.h"
#include "core/base/text.h"

#include <algorithm>

namespace br::rest {

namespace {

constexpr size_t shortest = 4;
constexpr std::string_view cover = "•••";

} // namespace

void Redactor::add(const Secret &secret)
{
    const auto text = secret.reveal();
    if (text.size() < shortest)
        return;
    addForm(std::string(text));
    addForm(percentEncoded(text));
    addForm(base64(text));
    addForm(base64Url(text));
}

void Redactor::addForm(std::string text)
{
    Secret form(std::move(text));
    const bool isKnown = std::ranges::any_of(m_forms, [&form](const auto &known) { return known.reveal() == form.reveal(); });
    if (isKnown)
        return;
    const auto place = std::ranges::find_if(m_forms, [&form](const auto &known) { return known.reveal().size() < form.reveal().size(); });
    m_forms.insert(place, std::move(form));
}

std::string Redactor::cleaned(std::string_view text) const
{
    std::string clean(text);
    for (const auto &form : m_forms) {
        for (auto at = clean.find(form.reveal()); at != std::string::npos; at = clean.find(form.reveal(), at + cover.size()))
            clean.replace(at, form.reveal().size(), cover);
    }
    return clean;
}

std::string Redactor::quoted(std::string_view text, size_t limit) const
{
    auto clean = cleaned(text);
    std::ranges::replace_if(
        clean, [](char c) { return static_cast<unsigned char>(c) < 32; }, ' ');
    return shortened(trimmed(clean), limit);
}

} // namespace br::rest
