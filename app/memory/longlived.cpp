// How the window asks the system for memory: large pages at once. A month of a large provider is a hundred megabytes that are
// filled and thrown away, and a page fault for every 4 kB of it took half of the time of a comparison.
//
// jemalloc reads this name (jemalloc(3), "malloc_conf") before main().

extern "C" {
extern const char *malloc_conf;
const char *malloc_conf = "thp:always,metadata_thp:auto,narenas:1,lg_tcache_max:18,muzzy_decay_ms:0";
}
