#include "core/connect/registry.h"
#include "tests/run/registered.h"

#include <algorithm>

using namespace br;

namespace rest_plugin_test {

// The plugin as the program loads it: from its folder, with the shipped manifests inside.
class RestPluginTest final : public QObject {
    Q_OBJECT

private slots:
    void shippedVendorsAreThere()
    {
        Registry registry(Registry::defaultFolders());
        const auto plugin = registry.plugin("rest");
        QVERIFY2(plugin.ok(), plugin ? "" : plugin.error().message.c_str());
        const auto *catalogue = (*plugin)->vendorCatalogue();
        QVERIFY(catalogue != nullptr);
        const auto vendors = catalogue->vendors();
        for (const char *id : {"connectwise", "autotask", "halopsa", "pax8", "sherweb", "microsoft-graph", "ninjaone", "datto-rmm",
                 "n-central", "huntress", "sentinelone", "sophos-central", "duo", "bitdefender-gravityzone", "acronis", "cove"}) {
            const auto found = std::ranges::find(vendors, id, &VendorInfo::id);
            QVERIFY2(found != vendors.end(), id);
            QVERIFY2(!found->permission.empty() && !found->secrets.empty(), id);
        }
    }

    void aSourceWithoutVendorIsToldSo()
    {
        Registry registry(Registry::defaultFolders());
        const auto plugin = registry.plugin("rest");
        QVERIFY(plugin.ok());
        NoProgress progress;
        FetchRequest request;
        for (const char *settings : {"", "{}", "not JSON", R"({"vendor": "nobody"})", R"({"vendor": "huntress"})"}) {
            request.settings = settings;
            const auto report = (*plugin)->vendorCatalogue()->test(request, progress);
            QVERIFY2(!report.ok(), settings);
            QVERIFY(!report.error().message.empty());
        }
    }
};

} // namespace rest_plugin_test

BR_TEST(rest_plugin, RestPluginTest)
#include "rest_plugin.moc"
