#include "core/reconcile/rollup.h"

#include "core/reconcile/textindex.h"

namespace br {

Rollup rollUp(const std::vector<uint32_t> &parentOf)
{
    const auto count = static_cast<uint32_t>(parentOf.size());
    Rollup result{std::vector<uint32_t>(count, nowhere), {}};
    std::vector<uint32_t> seenBy(count, nowhere); // the client whose walk came by here
    std::vector<bool> circle(count, false);
    for (uint32_t start = 0; start < count; ++start) {
        uint32_t at = start;
        while (result.rootOf[at] == nowhere && seenBy[at] != start && parentOf[at] != nowhere) {
            seenBy[at] = start;
            at = parentOf[at];
        }
        if (result.rootOf[at] == nowhere && seenBy[at] == start) { // came back to its own path: `at` is on a circle
            uint32_t member = at;
            do {
                result.rootOf[member] = member;
                circle[member] = true;
                member = parentOf[member];
            } while (member != at);
        }
        const uint32_t root = result.rootOf[at] == nowhere ? at : result.rootOf[at];
        for (at = start; result.rootOf[at] == nowhere; at = parentOf[at]) {
            result.rootOf[at] = root;
            if (at == root)
                break;
        }
    }
    for (uint32_t client = 0; client < count; ++client) {
        if (circle[client])
            result.onCircle.push_back(client);
    }
    return result;
}

} // namespace br
