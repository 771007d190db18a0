// PeriodNames: what the batches in force for a period call clients, products, accounts and meters (a linked client without a line: what
// an earlier batch did); read once, looked up often.
//
// Names are copies: they may outlive what was asked about. Reading only. An unknown id is its own name.
// Thread rule: the Workspace's thread while loading; a value afterwards.
#pragma once

#include "core/domain/psa.h"
#include "core/domain/vendor.h"
#include "core/store/batchstore.h"
#include "core/workspace/workspace.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace br {

// Of the vendors' batches in force; kept by the Workspace, since there may be very many accounts.
struct VendorNames {
    std::unordered_map<std::string, std::string> accounts; // by pairKey(source, account)
    std::unordered_map<std::string, std::string> meters;   // by pairKey(source, meter)
};

struct PeriodNames {
    std::vector<StoredBatch> batches; // in force, by source name
    std::unordered_map<ClientId, Client> clients;
    std::unordered_map<ProductId, Product> products;
    std::shared_ptr<const VendorNames> vendors;

    static Result<PeriodNames> load(Workspace &workspace, Period period);
    std::string clientName(const ClientId &client) const;
    std::string productName(const ProductId &product) const;
    std::string accountName(const SourceName &source, const AccountId &account) const;
    std::string meterName(const SourceName &source, const MeterId &meter) const;
    // The client whose positions hold what belongs to `client`: its topmost rolled-up ancestor, or itself.
    ClientId holderOf(const ClientId &client) const;
};

std::string pairKey(const SourceName &source, std::string_view id);

} // namespace br
