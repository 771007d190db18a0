// Dictionary: texts by small numbers, so that a column of a million names is a column of numbers and a few thousand texts.
//
// Code 0 is the empty text. Values; references stay valid until the next add().
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace br {

// An id with the name people read; for plain texts the name is empty.
struct Named {
    std::string id;
    std::string name;
    bool operator==(const Named &) const = default;
    const std::string &label() const { return name.empty() ? id : name; }
};

class Dictionary final {
public:
    Dictionary() { add({}, {}); }
    uint32_t add(const std::string &id, const std::string &name = {})
    {
        m_probe.assign(id).append(1, '\0').append(name);
        const auto [at, isNew] = m_codes.try_emplace(m_probe, static_cast<uint32_t>(m_entries.size()));
        if (isNew)
            m_entries.push_back({id, name});
        return at->second;
    }
    const Named &operator[](uint32_t code) const { return m_entries[code]; }
    size_t size() const { return m_entries.size(); }

private:
    std::unordered_map<std::string, uint32_t> m_codes;
    std::vector<Named> m_entries;
    std::string m_probe;
};

} // namespace br
