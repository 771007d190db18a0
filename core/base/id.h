// Strong ids: text that names one kind of thing and cannot be mistaken for another.
//
// Ids of the outside world (client, agreement, line, account …) are kept byte for byte, never folded.
// Thread rule: plain values.
#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace br {

template <class Tag>
struct Id final {
    std::string text;

    Id() = default;
    explicit Id(std::string value)
        : text(std::move(value))
    {
    }
    bool isEmpty() const { return text.empty(); }
    auto operator<=>(const Id &) const = default;
    bool operator==(const Id &) const = default;
};

using ClientId = Id<struct ClientTag>;
using AgreementId = Id<struct AgreementTag>;
using LineId = Id<struct LineTag>;
using ProductId = Id<struct ProductTag>;
using AccountId = Id<struct AccountTag>; // as one source writes it
using MeterId = Id<struct MeterTag>;     // as one source writes it
using AssetId = Id<struct AssetTag>;
using ServiceId = Id<struct ServiceTag>;
using SourceName = Id<struct SourceTag>; // unique in the workspace, what people type

} // namespace br

template <class Tag>
struct std::hash<br::Id<Tag>> {
    size_t operator()(const br::Id<Tag> &id) const noexcept { return std::hash<std::string>{}(id.text); }
};
