#include "connectors/rest/auth/signing.h"

#include "connectors/rest/auth/encoding.h"
#include "core/base/text.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rand.h>

#include <array>
#include <memory>

namespace br::rest {

namespace {

const unsigned char *bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char *>(text.data()); }

std::string textOf(const unsigned char *bytes, size_t size) { return {reinterpret_cast<const char *>(bytes), size}; }

// A key with a password would make OpenSSL ask on the terminal.
int noPassword(char *, int, int, void *) { return -1; }

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

Key keyOf(const Secret &pem)
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> file(
        BIO_new_mem_buf(pem.reveal().data(), static_cast<int>(pem.reveal().size())), &BIO_free);
    return {file ? PEM_read_bio_PrivateKey(file.get(), nullptr, &noPassword, nullptr) : nullptr, &EVP_PKEY_free};
}

} // namespace

std::string hmacSha512Hex(std::string_view key, std::string_view text)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    HMAC(EVP_sha512(), key.data(), static_cast<int>(key.size()), bytesOf(text), text.size(), digest.data(), &size);
    std::string hex;
    for (unsigned int i = 0; i < size; ++i)
        hex += {digits[digest[i] >> 4], digits[digest[i] & 15]};
    return hex;
}

std::string sha256Bytes(std::string_view text)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
    return textOf(digest.data(), size);
}

std::string randomText(size_t bytes)
{
    std::string random(bytes, '\0');
    RAND_bytes(reinterpret_cast<unsigned char *>(random.data()), static_cast<int>(bytes));
    return base64Url(random);
}

Result<std::string> signedRs256(const Secret &pem, std::string_view text)
{
    const auto key = keyOf(pem);
    ERR_clear_error();
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA)
        return Error{Errc::InvalidInput,
            words("rest",
                "the private key cannot be read: paste the whole RSA key from \"-----BEGIN PRIVATE KEY-----\" to the END line, without a "
                "password")};
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    size_t size = 0;
    std::string signature;
    bool good = EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
        && EVP_DigestSign(context.get(), nullptr, &size, bytesOf(text), text.size()) == 1;
    if (good) {
        signature.resize(size);
        good = EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, bytesOf(text), text.size()) == 1;
        signature.resize(size);
    }
    ERR_clear_error();
    if (!good)
        return Error{Errc::InvalidInput, words("rest", "the private key cannot sign: it is too short or damaged; create a new key")};
    return signature;
}

} // namespace br::rest
