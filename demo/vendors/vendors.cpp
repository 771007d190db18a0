#include "demo/vendors/acronis.h"
#include "demo/vendors/autotask.h"
#include "demo/vendors/connectwise.h"
#include "demo/vendors/cove.h"
#include "demo/vendors/dattormm.h"
#include "demo/vendors/duo.h"
#include "demo/vendors/gravityzone.h"
#include "demo/vendors/halopsa.h"
#include "demo/vendors/huntress.h"
#include "demo/vendors/microsoftgraph.h"
#include "demo/vendors/ncentral.h"
#include "demo/vendors/ninjaone.h"
#include "demo/vendors/pax8.h"
#include "demo/vendors/sentinelone.h"
#include "demo/vendors/sherweb.h"
#include "demo/vendors/sophoscentral.h"

#include <functional>
#include <utility>

namespace br::demo {

namespace {

using Make = std::unique_ptr<Vendor> (*)(const World &, const Manners &);

template <class T>
std::unique_ptr<Vendor> make(const World &world, const Manners &manners)
{
    return std::make_unique<T>(world, manners);
}

constexpr std::pair<const char *, Make> makers[] = {
    {"connectwise", make<ConnectWise>},
    {"huntress", make<Huntress>},
    {"pax8", make<Pax8>},
    {"sentinelone", make<SentinelOne>},
    {"ninjaone", make<NinjaOne>},
    {"autotask", make<Autotask>},
    {"halopsa", make<HaloPsa>},
    {"datto-rmm", make<DattoRmm>},
    {"microsoft-graph", make<MicrosoftGraph>},
    {"sherweb", make<Sherweb>},
    {"sophos-central", make<SophosCentral>},
    {"n-central", make<NCentral>},
    {"bitdefender-gravityzone", make<GravityZone>},
    {"cove", make<Cove>},
    {"duo", make<Duo>},
    {"acronis", make<Acronis>},
};

} // namespace

std::vector<std::string> vendorIds()
{
    std::vector<std::string> ids;
    for (const auto &[id, maker] : makers)
        ids.emplace_back(id);
    return ids;
}

std::unique_ptr<Vendor> makeVendor(const std::string &id, const World &world, const Manners &manners)
{
    for (const auto &[known, maker] : makers) {
        if (id == known)
            return maker(world, manners);
    }
    return nullptr;
}

} // namespace br::demo
