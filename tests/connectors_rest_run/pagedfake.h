// PagedFake: a list of items that a stand-in vendor hands out by any of the paging schemes, with a fault if wanted.
//
// The manifest's stream for each scheme comes with it. Routes run on the server's thread; read it after the sync.
#pragma once

#include "demo/server/answers.h"
#include "demo/server/fakeserver.h"

#include <string>
#include <vector>

namespace br::test {

enum class Fault { None, DuplicatePage, MissingPage, Loop, TotalGrows, TotalShrinks, ItemMoved, ItemRemoved, EmptyLastPage };

struct PagedFake {
    std::string scheme = "page"; // page, pages, offset, cursor, next_url, link_header, after, body_page, post_next
    Fault fault = Fault::None;
    std::vector<std::string> items;
    size_t size = 5;
    int requests = 0;

    std::string stream() const;
    void serve(demo::FakeServer &server);

private:
    demo::FakeAnswer answer(const demo::FakeRequest &request);
    size_t position(const demo::FakeRequest &request) const;
    demo::FakeAnswer pageAt(size_t position);
};

} // namespace br::test
