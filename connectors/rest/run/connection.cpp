#include "connectors/rest/run/connection.h"

#include "connectors/rest/json/jsonreader.h"
#include "core/base/text.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace br::rest {

namespace {

Error notForm(const std::string &what) { return {Errc::InvalidInput, words("rest", "the source's settings cannot be read: %1", {what})}; }

Result<std::shared_ptr<const Manifest>> manifestOf(const JsonValue &settings, const ManifestLibrary &library)
{
    const auto file = settings.member("manifest").text();
    if (!file.empty())
        return ManifestLibrary::load(std::string(file));
    const auto vendor = settings.member("vendor").text();
    if (vendor.empty())
        return notForm(words("rest", "they name no vendor"));
    return library.find(std::string(vendor));
}

std::string shown(const SettingField &field)
{
    return field.example.empty() ? std::string() : " " + words("rest", "(for example %1)", {field.example});
}

Error wrongSetting(const SettingField &field, const std::string &value, const std::string &why)
{
    return {Errc::InvalidInput, words("rest", "\"%1\" is \"%2\": %3", {field.label, shortened(value), why}) + shown(field)};
}

bool isHost(const std::string &value)
{
    const QUrl url(toQString("https://" + value), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && value.find_first_of("/?#@ ") == std::string::npos;
}

Status fits(const SettingField &field, const std::string &value)
{
    if (field.kind == SettingKind::Choice
        && std::ranges::none_of(field.choices, [&value](const auto &choice) { return choice.first == value; }))
        return wrongSetting(field, value, words("rest", "it is none of the choices"));
    if (field.kind == SettingKind::Boolean && value != "true" && value != "false")
        return wrongSetting(field, value, words("rest", "it is neither true nor false"));
    if (field.kind == SettingKind::Number && !parseDecimal(value))
        return wrongSetting(field, value, words("rest", "it is no number"));
    if (field.kind == SettingKind::Host && !isHost(value))
        return wrongSetting(field, value, words("rest", "it is no host name; write it without https:// and without a path"));
    if (!field.pattern.empty()) {
        const QRegularExpression pattern(QRegularExpression::anchoredPattern(toQString(field.pattern)));
        if (!pattern.match(toQString(value)).hasMatch())
            return wrongSetting(field, value, words("rest", "it does not have the form that is needed"));
    }
    return {};
}

Status readSettings(const JsonValue &values, Connection &connection)
{
    for (const auto &field : connection.manifest->info.settings) {
        std::string value(trimmed(values.member(field.id).text()));
        if (value.empty())
            value = field.defaultValue;
        if (value.empty() && field.required)
            return Error{
                Errc::InvalidInput, words("rest", "\"%1\" is missing in the settings of the source", {field.label}) + shown(field)};
        if (value.empty())
            continue;
        if (const auto good = fits(field, value); !good)
            return good;
        connection.settings.emplace(field.id, std::move(value));
    }
    return {};
}

Status readSecrets(SourceSecrets *secrets, Connection &connection)
{
    for (const auto &field : connection.manifest->info.secrets) {
        auto secret = secrets != nullptr ? secrets->get(field.id) : Result<Secret>(Error{Errc::NotFound, {}});
        if (!secret && secret.error().code != Errc::NotFound)
            return secret.error();
        if ((!secret || secret->isEmpty()) && field.required)
            return Error{Errc::Denied, words("rest", "\"%1\" is not known: enter it at the source", {field.label})};
        if (!secret || secret->isEmpty())
            continue;
        connection.redactor.add(*secret);
        connection.secrets.emplace(field.id, std::move(*secret));
    }
    return {};
}

// Stand-ins are for tests and the demo: nothing but this machine may take a vendor's place.
Status readStandIns(const JsonValue &hosts, Connection &connection)
{
    for (const auto host : hosts) {
        const QUrl url(toQString(host.text()), QUrl::StrictMode);
        const bool isHere = url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
        if (!isHere || !url.scheme().startsWith(QLatin1String("http")))
            return notForm(words("rest", "\"connect_to\" names %1, which is not on this machine", {shortened(host.text(), 80)}));
        connection.connectTo.emplace(std::string(host.key()), std::string(host.text()));
    }
    return {};
}

} // namespace

Result<Connection> connectionOf(const FetchRequest &request, const ManifestLibrary &library)
{
    const auto tree = readJson(request.settings.empty() ? "{}" : request.settings);
    if (!tree)
        return notForm(tree.error().message);
    const auto root = tree->root();
    auto manifest = manifestOf(root, library);
    if (!manifest)
        return manifest.error();
    Connection connection;
    connection.manifest = std::move(*manifest);
    connection.ca = root.member("ca").text();
    if (const auto read = readSettings(root.member("values"), connection); !read)
        return read.error();
    if (const auto read = readStandIns(root.member("connect_to"), connection); !read)
        return read.error();
    if (const auto read = readSecrets(request.secrets, connection); !read)
        return read.error();
    return connection;
}

} // namespace br::rest
