// How the command line asks the system for memory: as the window does (longlived.cpp), but it gives none back while it runs. It
// ends within seconds, and memory that was given back must be cleared again by the system: a tenth of a large comparison.

extern "C" {
extern const char *malloc_conf;
const char *malloc_conf = "thp:always,metadata_thp:auto,narenas:1,lg_tcache_max:18,dirty_decay_ms:-1,muzzy_decay_ms:0";
}
