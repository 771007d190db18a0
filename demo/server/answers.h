// Answers: what stand-in vendors say again and again: JSON, pages, limits, redirects, tokens.
//
// Thread rule: pure functions.
#pragma once

#include "demo/server/exchange.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br::demo {

FakeAnswer json(std::string body, int status = 200);
FakeAnswer tooMany(const std::string &retryAfter = {}, int status = 429); // empty: without Retry-After
FakeAnswer redirect(const std::string &location, int status = 302);
FakeAnswer token(const std::string &accessToken, int64_t expiresIn = 3600, const std::string &refreshToken = {});

// A page of a list: items [begin, end), and whether others follow.
struct Slice {
    size_t begin = 0;
    size_t end = 0;
    bool more = false;
};
Slice slice(size_t total, int64_t offset, int64_t size);
Slice pageSlice(size_t total, int64_t page, int64_t size, int64_t firstPage = 1);
std::string jsonList(const std::vector<std::string> &items, const Slice &slice); // "[…]" of texts that are JSON already
std::string jsonList(const std::vector<std::string> &items);
std::string quoted(std::string_view text); // as JSON text

// The value of a Link header: <https://…?page=2>; rel="next", …
std::string linkHeader(const std::vector<std::pair<std::string, std::string>> &relToUrl);

bool hasBasic(const FakeRequest &request, const std::string &user, const std::string &password);
bool hasBearer(const FakeRequest &request, const std::string &token);

} // namespace br::demo
