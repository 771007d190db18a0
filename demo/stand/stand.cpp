#include "demo/stand/stand.h"

#include "core/base/text.h"
#include "demo/server/certificates.h"
#include "demo/server/fakeserver.h"
#include "demo/vendors/vendor.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace br::demo {

namespace {

struct Booth {
    const char *vendor;
    Side side;
    Manners manners;
    bool refusesKey;
};

std::vector<Booth> booths()
{
    using std::chrono::milliseconds;
    return {
        {"connectwise", Side::Psa, {.pageCap = 4, .delay = milliseconds(120)}, false},
        {"huntress", Side::Vendor, {.pageCap = 6, .busyAt = 3, .delay = milliseconds(250)}, false},
        {"ninjaone", Side::Vendor, {.pageCap = 8, .delay = milliseconds(200)}, false},
        {"pax8", Side::Vendor, {.pageCap = 5, .delay = milliseconds(250)}, false},
        {"sentinelone", Side::Vendor, {.pageCap = 6, .delay = milliseconds(250)}, false},
        {"sherweb", Side::Vendor, {.delay = milliseconds(400)}, true},
    };
}

std::string settingsOf(const Vendor &vendor, const std::string &address, const std::string &authority)
{
    QJsonObject values;
    for (const auto &[id, value] : vendor.settings())
        values.insert(toQString(id), toQString(value));
    QJsonObject connectTo;
    for (const auto &host : vendor.hosts())
        connectTo.insert(toQString(host), toQString(address));
    const QJsonObject settings{{QStringLiteral("vendor"), toQString(vendor.id())}, {QStringLiteral("values"), values},
        {QStringLiteral("ca"), toQString(authority)}, {QStringLiteral("connect_to"), connectTo}};
    return QJsonDocument(settings).toJson(QJsonDocument::Compact).toStdString();
}

std::string resource(const QString &name)
{
    QFile file(QStringLiteral(":/demo/rules/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

struct Stand::Parts {
    // A server goes before the vendor whose routes it calls.
    struct Open {
        std::unique_ptr<Vendor> vendor;
        std::unique_ptr<FakeServer> server;
    };
    std::vector<Open> open;
    std::vector<StandSource> sources;
};

Stand::Stand()
    : m_parts(std::make_unique<Parts>())
{
}

Stand::~Stand() = default;

Result<std::unique_ptr<Stand>> Stand::start(Day today)
{
    const auto authority = CertificateAuthority::make("BillingReconcile demonstration");
    if (!authority)
        return authority.error();
    std::unique_ptr<Stand> stand(new Stand);
    const World world = makeWorld(today);
    for (const Booth &booth : booths()) {
        Parts::Open open;
        open.vendor = makeVendor(booth.vendor, world, booth.manners);
        if (!open.vendor)
            return Error{Errc::Internal, words("Stand", "There is no stand-in for %1.", {booth.vendor})};
        auto certificate = authority->certificate({open.vendor->hosts()});
        if (!certificate)
            return certificate.error();
        open.server = std::make_unique<FakeServer>(std::move(*certificate));
        open.vendor->mount(*open.server);
        if (const Status listening = open.server->listen(); !listening)
            return listening.error();
        StandSource source{
            {SourceName(open.vendor->id()), booth.side, "rest", settingsOf(*open.vendor, open.server->address(), authority->pem())},
            open.vendor->secrets()};
        for (auto &[field, secret] : source.secrets) {
            if (booth.refusesKey)
                secret = "a key that was withdrawn";
        }
        stand->m_parts->sources.push_back(std::move(source));
        stand->m_parts->open.push_back(std::move(open));
    }
    return stand;
}

const std::vector<StandSource> &Stand::sources() const { return m_parts->sources; }

std::string standServices() { return resource(QStringLiteral("services.json")); }

std::string standLinks() { return resource(QStringLiteral("links.csv")); }

} // namespace br::demo
