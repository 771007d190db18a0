// Signatures and random texts for sign-ins, made by libcrypto.
//
// Errors: InvalidInput where a key cannot be read; the message never holds the key. Thread rule: pure functions.
#pragma once

#include "core/base/result.h"
#include "core/connect/secret.h"

#include <string>
#include <string_view>

namespace br::rest {

std::string hmacSha512Hex(std::string_view key, std::string_view text); // lower case
std::string sha256Bytes(std::string_view text);                         // 32 bytes
std::string randomText(size_t bytes);                                   // base64url of so many random bytes
// RSASSA-PKCS1-v1_5 with SHA-256, as bytes; `pem` is a private key, PKCS#8 or PKCS#1.
Result<std::string> signedRs256(const Secret &pem, std::string_view text);

} // namespace br::rest
