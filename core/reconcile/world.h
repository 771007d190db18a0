// World: the facts and rules of one period seen as numbers: clients, services, accounts, meters and sources interned once.
//
// Client and service numbers are in the order of their ids. Keeps references to the facts and rules it was made from, which
// must outlive it. Thread rule: built once, then read only.
#pragma once

#include "core/domain/facts.h"
#include "core/reconcile/textindex.h"

#include <string>
#include <string_view>
#include <vector>

namespace br {

struct MeterUse { // one service that counts a meter, with its entries on that meter
    uint32_t service = 0;
    std::vector<uint32_t> entries;
};

struct MeterSeen {
    uint32_t source = 0;
    std::string_view id;
    std::vector<MeterUse> uses;
};

enum class Linked { No, ToClient, Ignored };

struct AccountSeen {
    uint32_t source = 0;
    std::string_view id;
    Linked linked = Linked::No;
    uint32_t client = nowhere; // its own, not rolled up
    uint32_t owner = nowhere;  // see World::clientCount; nowhere: ignored
};

struct SeenCount { // a count of an account that is not ignored
    const Count *count = nullptr;
    uint32_t account = 0;
    uint32_t meter = 0;
};

struct ProductUse { // one service that lists a product
    uint32_t service = 0;
    uint32_t entry = 0; // of Service::billed
};

struct World {
    World(const PeriodFacts &periodFacts, const Rules &periodRules, std::vector<std::string> &warnings);

    const PeriodFacts &facts;
    const Rules &rules;
    std::vector<const Service *> services;
    std::vector<std::string_view> clients;
    std::vector<uint32_t> rootOf; // by client
    TextIndex sources;
    std::vector<bool> fresh; // by source: has a complete batch
    std::vector<AccountSeen> accounts;
    std::vector<uint32_t> accountOf; // facts.accounts index -> accounts
    std::vector<MeterSeen> meters;
    std::vector<uint32_t> meterOf; // facts.meters index -> meters
    std::vector<SeenCount> counts;
    TextIndex products; // those that services list
    std::vector<std::vector<ProductUse>> productUses;

    // Owners of positions: roots below clientCount(); above it each account without a link stands for itself.
    uint32_t clientCount() const { return static_cast<uint32_t>(clients.size()); }
    bool isClient(uint32_t owner) const { return owner < clientCount(); }
    uint32_t clientNumber(std::string_view id) const { return m_clientNumbers[m_clientIndex.find(id)]; } // of a known client
    uint32_t findClient(std::string_view id) const;
    uint32_t findService(std::string_view id) const;
    uint32_t findAccount(std::string_view source, std::string_view id) const;
    uint32_t findMeter(std::string_view source, std::string_view id) const;
    bool hasLinkedAccount(uint32_t root, uint32_t source) const { return m_linkedSources.find(root, source) != nowhere; }
    Currency currencyOr(Currency currency) const { return currency.isNone() ? facts.workspaceCurrency : currency; }

private:
    void numberServices(std::vector<std::string> &warnings);
    void numberClients();
    void rollUpClients(std::vector<std::string> &warnings);
    void numberSources();
    void numberMeters();
    void numberAccounts();
    void numberCounts();
    uint32_t addAccount(std::string_view source, std::string_view id);
    uint32_t addMeter(std::string_view source, std::string_view id);

    TextIndex m_clientIndex;
    std::vector<uint32_t> m_clientNumbers; // index number -> place in order
    TextIndex m_accountTexts;
    PairIndex m_accountIndex;
    TextIndex m_meterTexts;
    PairIndex m_meterIndex;
    PairIndex m_linkedSources;
};

} // namespace br
