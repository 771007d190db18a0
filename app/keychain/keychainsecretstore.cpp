#include "app/keychain/keychainsecretstore.h"

#include "core/base/sha256.h"
#include "core/base/text.h"

#include <QRandomGenerator>
#include <QUrl>

#include <charconv>

namespace br {

namespace {

// No key or token begins with it; one that does is kept in parts.
constexpr std::string_view partsMark = "\x01"
                                       "billingreconcile-parts:";

std::string digestOf(std::string_view text)
{
    Sha256 hash;
    hash.add(text);
    return hash.hex();
}

std::string encoded(const std::string &text) { return QUrl::toPercentEncoding(toQString(text)).toStdString(); }

// At most `limit` bytes, cut between characters: some keychains keep text and not bytes.
std::string_view firstPart(std::string_view text, size_t limit)
{
    if (text.size() <= limit)
        return text;
    auto end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

} // namespace

// "<mark><generation>:<number>:<sha256>"
struct KeychainSecretStore::Parts {
    std::string name;
    std::string generation;
    int number = 0;
    std::string digest;

    std::string entry(int part) const { return name + '#' + generation + '-' + std::to_string(part); }
    static Parts parse(const std::string &name, std::string_view head)
    {
        Parts parts;
        parts.name = name;
        if (!head.starts_with(partsMark))
            return parts;
        head.remove_prefix(partsMark.size());
        const auto first = head.find(':');
        const auto second = head.find(':', first == std::string_view::npos ? first : first + 1);
        if (second == std::string_view::npos)
            return parts;
        parts.generation = head.substr(0, first);
        const auto number = head.substr(first + 1, second - first - 1);
        std::from_chars(number.data(), number.data() + number.size(), parts.number);
        parts.digest = head.substr(second + 1);
        return parts;
    }
};

KeychainSecretStore::KeychainSecretStore(std::unique_ptr<KeychainEntries> entries)
    : m_entries(std::move(entries))
{
}

KeychainSecretStore::~KeychainSecretStore() = default;

std::string KeychainSecretStore::entryName(const SecretKey &key)
{
    return "billingreconcile/" + encoded(key.workspace) + '/' + encoded(key.source.text) + '/' + encoded(key.field);
}

std::string KeychainSecretStore::where() const { return m_entries->where(); }

Status KeychainSecretStore::probe()
{
    const std::lock_guard guard(m_mutex);
    return m_entries->probe();
}

Error KeychainSecretStore::said(const KeychainAnswer &answer, const SecretKey &key) const
{
    switch (answer.code) {
    case 1:
        return {Errc::NotFound,
            words("Keychain", "There is no secret \"%1\" of %2 in %3. Enter it.", {key.field, key.source.text, where()}), answer.message};
    case 3:
        return {Errc::Denied,
            words("Keychain", "Access to %1 was refused for the secret \"%2\" of %3. Allow it when you are asked, then try again.",
                {where(), key.field, key.source.text}),
            answer.message};
    case 4:
        return {Errc::Denied, words("Keychain", "The secret \"%1\" of %2 was refused by %3.", {key.field, key.source.text, where()}),
            answer.message};
    case 5:
    case 6:
        return {Errc::Unreachable, words("Keychain", "This system runs no keychain that this program can use."), answer.message};
    default:
        return {Errc::Io,
            words("Keychain", "The secret \"%1\" of %2 did not pass through %3: %4", {key.field, key.source.text, where(), answer.message}),
            answer.message};
    }
}

Result<Secret> KeychainSecretStore::readEntry(const std::string &name, const SecretKey &key)
{
    auto answer = m_entries->read(name);
    if (answer.code == 0)
        return std::move(answer.text);
    // Locked while we read (an idle lock, a daemon that was started anew): its "not found" means nothing.
    if (auto usable = m_entries->probe(); !usable)
        return usable.error();
    return said(answer, key);
}

Result<KeychainSecretStore::Parts> KeychainSecretStore::partsOf(const std::string &name, const SecretKey &key)
{
    const auto head = readEntry(name, key);
    if (head)
        return Parts::parse(name, head->reveal());
    if (head.error().code == Errc::NotFound)
        return Parts{name, {}, 0, {}};
    return head.error();
}

Result<Secret> KeychainSecretStore::read(const SecretKey &key)
{
    const std::lock_guard guard(m_mutex);
    if (auto usable = m_entries->probe(); !usable)
        return usable.error();
    const auto name = entryName(key);
    auto head = readEntry(name, key);
    if (!head || !head->reveal().starts_with(partsMark))
        return head;
    const auto parts = Parts::parse(name, head->reveal());
    std::string whole;
    for (int part = 1; part <= parts.number; ++part) {
        const auto read = readEntry(parts.entry(part), key);
        if (!read && read.error().code != Errc::NotFound)
            return read;
        if (read)
            whole += read->reveal();
    }
    if (parts.number > 0 && digestOf(whole) == parts.digest)
        return Secret(std::move(whole));
    return Error{Errc::Damaged,
        words("Keychain", "Only a part of the secret \"%1\" of %2 is left in %3. Enter it again.", {key.field, key.source.text, where()})};
}

Status KeychainSecretStore::writeParts(const std::string &name, const Secret &secret, const SecretKey &key, Secret *head)
{
    Parts parts{name, {}, 0, digestOf(secret.reveal())};
    // Beside the old parts, which stay valid until the first entry names the new ones.
    parts.generation = toUtf8(QString::number(QRandomGenerator::system()->generate(), 16));
    for (auto rest = secret.reveal(); !rest.empty();) {
        const auto part = firstPart(rest, longestEntry);
        const auto written = m_entries->write(parts.entry(++parts.number), Secret(std::string(part)));
        if (written.code != 0) {
            (void)removeParts(parts, key);
            return said(written, key);
        }
        rest.remove_prefix(part.size());
    }
    *head = Secret(std::string(partsMark) + parts.generation + ':' + std::to_string(parts.number) + ':' + parts.digest);
    return {};
}

Status KeychainSecretStore::write(const SecretKey &key, const Secret &secret)
{
    const auto text = secret.reveal();
    if (text.empty() || !isValidUtf8(text) || text.find('\0') != std::string_view::npos)
        return Error{Errc::InvalidInput, words("Keychain", "The secret \"%1\" of %2 is empty or no text.", {key.field, key.source.text})};
    if (text.size() > longestSecret)
        return Error{Errc::InvalidInput,
            words("Keychain", "The secret \"%1\" of %2 is longer than %3 bytes, more than a keychain keeps.",
                {key.field, key.source.text, std::to_string(longestSecret)})};
    const std::lock_guard guard(m_mutex);
    if (auto usable = m_entries->probe(); !usable)
        return usable;
    const auto name = entryName(key);
    const auto before = partsOf(name, key);
    if (!before)
        return before.error();
    auto head = secret;
    if (text.size() > longestEntry || text.starts_with(partsMark)) {
        if (auto written = writeParts(name, secret, key, &head); !written)
            return written;
    }
    if (const auto written = m_entries->write(name, head); written.code != 0) {
        (void)removeParts(Parts::parse(name, head.reveal()), key);
        return said(written, key);
    }
    // "Done" is believed only when it can be read back.
    const auto kept = readEntry(name, key);
    if (!kept)
        return kept.error();
    if (kept->reveal() != head.reveal())
        return Error{Errc::Io,
            words("Keychain", "The secret \"%1\" of %2 was not kept by %3 as it was given.", {key.field, key.source.text, where()})};
    return removeParts(*before, key);
}

Status KeychainSecretStore::removeEntry(const std::string &name, const SecretKey &key)
{
    const auto removed = m_entries->remove(name);
    if (removed.code != 0 && removed.code != 1)
        return said(removed, key);
    const auto left = m_entries->read(name);
    if (auto usable = m_entries->probe(); !usable)
        return usable;
    if (left.code == 1)
        return {};
    if (left.code != 0)
        return said(left, key);
    return Error{Errc::Io,
        words("Keychain", "The secret \"%1\" of %2 is still in %3, which said that it was removed. Remove it there by hand: %4",
            {key.field, key.source.text, where(), name})};
}

Status KeychainSecretStore::removeParts(const Parts &parts, const SecretKey &key)
{
    for (int part = 1; part <= parts.number; ++part) {
        if (auto removed = removeEntry(parts.entry(part), key); !removed)
            return removed;
    }
    return {};
}

Status KeychainSecretStore::remove(const SecretKey &key)
{
    const std::lock_guard guard(m_mutex);
    if (auto usable = m_entries->probe(); !usable)
        return usable;
    const auto name = entryName(key);
    const auto parts = partsOf(name, key);
    if (!parts)
        return parts.error();
    if (auto removed = removeParts(*parts, key); !removed)
        return removed;
    return removeEntry(name, key);
}

} // namespace br
