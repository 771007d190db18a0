// Writes a world to measure with: makeworld FOLDER ASSETS. 2,000 clients, 12 vendors, 60 products, 100,000 billed lines, a fixed
// seed, and known discrepancies; the same files go to our program, to sqlite3 and to DuckDB.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

constexpr int clientCount = 2'000;
constexpr int vendorCount = 12;
constexpr int productCount = 60;
constexpr int linesAClient = 50;

class Random final {
public:
    uint64_t next() // xorshift64*
    {
        m_state ^= m_state >> 12;
        m_state ^= m_state << 25;
        m_state ^= m_state >> 27;
        return m_state * 0x2545F4914F6CDD1DULL;
    }
    int below(int limit) { return static_cast<int>((next() >> 33) % static_cast<uint64_t>(limit)); }
    bool oneIn(int count) { return below(count) == 0; }

private:
    uint64_t m_state = 20261031;
};

class Out final {
public:
    Out(const std::string &path, const char *header)
        : m_file(std::fopen(path.c_str(), "wb"))
    {
        if (!m_file) {
            std::fprintf(stderr, "makeworld: %s cannot be written\n", path.c_str());
            std::exit(1);
        }
        std::setvbuf(m_file, nullptr, _IOFBF, 1 << 20);
        std::fprintf(m_file, "%s\n", header);
    }
    Out(const Out &) = delete;
    Out &operator=(const Out &) = delete;
    ~Out() { std::fclose(m_file); }
    std::FILE *file() const { return m_file; }

private:
    std::FILE *m_file;
};

constexpr auto assetHeader
    = "account_id,account_name,meter_id,meter_name,asset_id,asset_name,asset_class,status,assigned_at,ended_at,last_seen_at";
constexpr auto lineHeader
    = "client_id,client_name,agreement_id,agreement_name,line_id,product_id,product_name,quantity,included_quantity,unit_price,"
      "unit_cost,currency,billable,effective_date,cancelled_date";

class World final {
public:
    World(const std::string &folder, int64_t assets)
        : m_all(folder + "/assets.csv", assetHeader)
        , m_lines(folder + "/lines.csv", lineHeader)
        , m_links(folder + "/links.csv", "source,account_id,client_id,state,reason")
        , m_mean(static_cast<int>(assets / (clientCount * linesAClient)))
    {
        for (int vendor = 0; vendor < vendorCount; ++vendor)
            m_vendors.push_back(std::fopen((folder + "/assets-" + std::to_string(vendor) + ".csv").c_str(), "wb"));
        for (auto *file : m_vendors)
            std::fprintf(file, "%s\n", assetHeader);
    }
    World(const World &) = delete;
    World &operator=(const World &) = delete;
    ~World()
    {
        for (auto *file : m_vendors)
            std::fclose(file);
    }

    void write()
    {
        for (int client = 0; client < clientCount; ++client) {
            for (int vendor = 0; vendor < vendorCount; ++vendor)
                std::fprintf(m_links.file(), "vendor-%d,A%02d-%04d,C%04d,linked,\n", vendor, vendor, client, client);
            for (int at = 0; at < linesAClient; ++at)
                writePair(client, (client * 7 + at) % productCount);
        }
    }

private:
    void writePair(int client, int product)
    {
        int live = 0;
        if (!m_random.oneIn(200)) {
            const int count = m_mean > 0 ? m_mean / 2 + m_random.below(m_mean + 1) : 1;
            for (int number = 0; number < count; ++number)
                live += writeAsset(client, product, number);
        }
        if (m_random.oneIn(100))
            return; // counted and never billed
        const int moved = m_random.oneIn(20) ? m_random.below(7) - 3 : 0;
        const int quantity = live + moved > 0 ? live + moved : live + 1;
        std::fprintf(m_lines.file(),
            "C%04d,Client %04d,G%04d,Managed services,L%06d,P%02d,Product %02d,%d,0,%d.50,%d.25,EUR,true,2025-01-01,\n", client, client,
            client, ++m_line, product, product, quantity, 3 + product % 20, 1 + product % 20);
    }

    int writeAsset(int client, int product, int number)
    {
        const int vendor = product % vendorCount;
        const bool active = !m_random.oneIn(12);
        const bool ended = m_random.oneIn(25);
        const int endDay = 1 + m_random.below(30);
        const int endMonth = 9 + m_random.below(3);
        const int seen = 1 + m_random.below(31);
        std::array<char, 320> row{};
        char end[16] = "";
        if (ended)
            std::snprintf(end, sizeof end, "2026-%02d-%02d", endMonth, endDay);
        const int size = std::snprintf(row.data(), row.size(),
            "A%02d-%04d,Client %04d,M%02d,Meter %02d,c%04d-%02d-%06d,host-%04d-%02d-%06d,%s,%s,2025-%02d-%02d,%s,2026-10-%02d\n", vendor,
            client, client, product, product, client, product, number, client, product, number,
            m_random.oneIn(6) ? "server" : "workstation", active ? "active" : "decommissioned", 1 + m_random.below(12),
            1 + m_random.below(28), end, seen);
        std::fwrite(row.data(), 1, static_cast<size_t>(size), m_all.file());
        std::fwrite(row.data(), 1, static_cast<size_t>(size), m_vendors[static_cast<size_t>(vendor)]);
        const bool live = !ended || endMonth > 10; // the as-of day is 31 October; no month here ends on it
        return active && live ? 1 : 0;
    }

    Random m_random;
    Out m_all;
    Out m_lines;
    Out m_links;
    std::vector<std::FILE *> m_vendors;
    int m_mean;
    int m_line = 0;
};

void writeServices(const std::string &folder)
{
    std::FILE *file = std::fopen((folder + "/services.json").c_str(), "wb");
    std::fputs("[", file);
    for (int product = 0; product < productCount; ++product) {
        std::fprintf(file,
            "%s\n{\"id\": \"S%02d\", \"name\": \"Service %02d\", \"default_price\": \"%d.50\", \"currency\": \"EUR\", \"billed\": "
            "[{\"product\": \"P%02d\"}], "
            "\"counted\": [{\"source\": \"vendor-%d\", \"meter\": \"M%02d\", \"measure\": \"assets\", \"status\": [\"active\"]}]}",
            product ? "," : "", product, product, 3 + product % 20, product, product % vendorCount, product);
    }
    std::fputs("\n]\n", file);
    std::fclose(file);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: makeworld FOLDER ASSETS\n");
        return 2;
    }
    World(argv[1], std::atoll(argv[2])).write();
    writeServices(argv[1]);
    return 0;
}
