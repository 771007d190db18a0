// Exchange: what a stand-in server was asked and what it is to answer, the broken ways too.
//
// Plain values. Header names of a request are in lower case.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace br::demo {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct FakeRequest {
    std::string method;
    std::string path;  // as sent, without the query
    std::string query; // as sent, without the '?'
    Headers headers;
    std::string body;
    std::vector<std::string> captured; // what stood at the {places} of the route, decoded
    std::chrono::milliseconds at{0};   // since the server began to listen
    int64_t connection = 0;            // which connection it came on, from 1

    std::string header(std::string_view lowerCaseName) const; // empty: none
    std::optional<std::string> parameter(const std::string &name) const;
    std::string parameter(const std::string &name, const std::string &otherwise) const;
    int64_t number(const std::string &name, int64_t otherwise) const; // of the query
    std::map<std::string, std::string> form() const;                  // of the body
};

struct FakeAnswer {
    enum class Shape {
        Whole,          // Content-Length
        Chunked,        // Transfer-Encoding: chunked
        CloseDelimited, // neither; it ends when the server hangs up
        Raw,            // `body` and nothing else, then the server hangs up
        Hang,           // nothing, ever
    };
    int status = 200;
    Headers headers; // Date, Content-Length and Connection come by themselves where they are not given
    std::string body;
    Shape shape = Shape::Whole;
    bool gzip = false;
    std::optional<size_t> cutAfter;         // hangs up after so many bytes of the body as it travels
    std::chrono::milliseconds delay{0};     // before the first byte
    std::chrono::milliseconds dripEvery{0}; // the body a byte at a time
};

std::map<std::string, std::string> decodedPairs(std::string_view query); // "a=1&b=x%20y"; the last of equal names
std::string percentDecoded(std::string_view text);
std::string gzipped(std::string_view text);

} // namespace br::demo
