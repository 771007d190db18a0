// readManifest(): the grammar first (manifest.schema.json), then what only a reader can know.
#include "connectors/rest/json/jsonreader.h"
#include "connectors/rest/manifest/manifest.h"
#include "connectors/rest/manifest/requestreader.h"
#include "connectors/rest/manifest/schema.h"
#include "connectors/rest/manifest/streamreader.h"
#include "core/base/nearest.h"
#include "core/base/text.h"

#include <QFile>

#include <algorithm>
#include <charconv>

namespace br::rest {

namespace {

const Schema &grammar()
{
    static const Schema schema = [] {
        QFile file(QStringLiteral(":/connectors/vendors/manifest.schema.json"));
        auto tree = file.open(QIODevice::ReadOnly) ? readJson(file.readAll().toStdString()) : Result<JsonTree>(JsonTree());
        if (!tree || tree->root().isAbsent())
            qCritical("the grammar of manifests is missing or broken"); // a test reads it
        return Schema(tree ? std::move(*tree) : JsonTree());
    }();
    return schema;
}

std::string textOf(const Spot &spot) { return std::string(spot.text()); }

int wholeOf(const Spot &spot, int otherwise)
{
    int number = otherwise;
    const auto text = spot.text();
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

bool isTrue(const Spot &spot, bool otherwise) { return spot.isThere() ? spot.value.type() == JsonType::True : otherwise; }

SettingKind kindOf(std::string_view word)
{
    return word == "host"   ? SettingKind::Host
        : word == "number"  ? SettingKind::Number
        : word == "boolean" ? SettingKind::Boolean
        : word == "choice"  ? SettingKind::Choice
                            : SettingKind::Text;
}

class ManifestReading final {
public:
    ManifestReading(Spot root, Marks &marks)
        : m_root(std::move(root))
        , m_marks(marks)
        , m_parts(marks)
    {
    }

    Manifest read(const std::string &file)
    {
        readInfo(file);
        readHosts();
        m_made.headers = m_parts.templates(m_root.member("headers"), Place().withSecrets());
        m_made.query = m_parts.templates(m_root.member("query"), Place().withSecrets());
        readDiscovery(); // before what may name its answers; it signs in by the same auth
        readAuthAndTest();
        readRates();
        readErrors();
        const auto streams = m_root.member("streams");
        for (size_t i = 0; i < streams.value.size(); ++i) {
            auto stream = readStream(streams.at(i), m_made.streams, m_parts);
            m_made.streams.push_back(std::move(stream));
        }
        judgeUse();
        return std::move(m_made);
    }

private:
    void readInfo(const std::string &file);
    void readSettings();
    void readHosts();
    void readDiscovery();
    void readAuthAndTest();
    void readTests();
    void readRates();
    void readErrors();
    void judgeUse();
    void judgeHost(const Template &address, const Spot &spot);

    Spot m_root;
    Marks &m_marks;
    PartReader m_parts;
    Manifest m_made;
};

void ManifestReading::readInfo(const std::string &file)
{
    auto &info = m_made.info;
    info.id = textOf(m_root.member("id"));
    info.name = textOf(m_root.member("name"));
    info.version = textOf(m_root.member("version"));
    info.side = m_root.member("side").text() == "psa" ? Side::Psa : Side::Vendor;
    m_parts.declared().isPsa = info.side == Side::Psa;
    info.about = textOf(m_root.member("about"));
    info.permission = textOf(m_root.member("permission"));
    info.documentation = textOf(m_root.member("documentation"));
    info.file = file;
    for (const auto note : m_root.member("notes").value)
        m_made.notes.emplace_back(note.text());
    m_made.isForPeriod = m_root.member("state").text() == "period";
    readSettings();
}

void ManifestReading::readSettings()
{
    auto &declared = m_parts.declared();
    const auto settings = m_root.member("settings");
    for (size_t i = 0; i < settings.value.size(); ++i) {
        const auto spot = settings.at(i);
        SettingField field;
        field.id = textOf(spot.member("id"));
        field.label = textOf(spot.member("label"));
        field.help = textOf(spot.member("help"));
        field.kind = kindOf(spot.member("kind").text());
        field.required = isTrue(spot.member("required"), true);
        field.defaultValue = textOf(spot.member("default"));
        field.pattern = textOf(spot.member("pattern"));
        field.example = textOf(spot.member("example"));
        for (const auto choice : spot.member("choices").value) {
            const auto value = choice.isObject() ? choice.member("value").text() : choice.text();
            const auto label = choice.isObject() ? choice.member("label").text() : choice.text();
            field.choices.emplace_back(value, label);
        }
        const bool isChoice = field.defaultValue.empty() || field.choices.empty()
            || std::ranges::find(field.choices, field.defaultValue, &std::pair<std::string, std::string>::first) != field.choices.end();
        if (!isChoice)
            m_marks.error(spot.member("default"), words("manifest", "\"%1\" is none of the choices", {field.defaultValue}));
        if (!field.pattern.empty()) {
            const auto pattern = m_parts.pattern(spot.member("pattern"), false);
            const auto whole = QRegularExpression(QRegularExpression::anchoredPattern(pattern.pattern()));
            if (!field.example.empty() && !whole.match(toQString(field.example)).hasMatch())
                m_marks.error(spot.member("example"), words("manifest", "the example \"%1\" does not fit the pattern", {field.example}));
        }
        if (std::ranges::find(declared.settings, field.id) != declared.settings.end())
            m_marks.error(spot.member("id"), words("manifest", "another setting has the id \"%1\"", {field.id}));
        declared.settings.push_back(field.id);
        if (field.kind == SettingKind::Number || field.kind == SettingKind::Boolean)
            declared.bareSettings.insert(field.id);
        m_made.info.settings.push_back(std::move(field));
    }
    const auto secrets = m_root.member("secrets");
    for (size_t i = 0; i < secrets.value.size(); ++i) {
        const auto spot = secrets.at(i);
        SecretField field{textOf(spot.member("id")), textOf(spot.member("label")), textOf(spot.member("help")),
            isTrue(spot.member("required"), true), isTrue(spot.member("multiline"), false)};
        if (std::ranges::find(declared.secrets, field.id) != declared.secrets.end())
            m_marks.error(spot.member("id"), words("manifest", "another secret has the id \"%1\"", {field.id}));
        declared.secrets.push_back(field.id);
        m_made.info.secrets.push_back(std::move(field));
    }
}

void ManifestReading::readHosts()
{
    // Discovery may tell the host: its steps are known by name here.
    auto &declared = m_parts.declared();
    for (const auto step : m_root.member("discovery").value)
        declared.answers.emplace_back(step.member("id").text());
    const auto hosts = m_root.member("hosts");
    for (size_t i = 0; i < hosts.value.size(); ++i) {
        const auto spot = hosts.at(i);
        m_made.hosts.push_back(m_parts.text(spot, Place().ofAddress()));
        if (spot.text().find("://") != std::string_view::npos)
            m_marks.error(spot, words("manifest", "a host is a name without https://"));
        if (spot.text().starts_with("*") && spot.text().find('.', 2) == std::string_view::npos)
            m_marks.error(spot, words("manifest", "\"%1\" would be everywhere: name the vendor's domain, *.example.com", {textOf(spot)}));
    }
    if (const auto base = m_root.member("base"); base.isThere()) {
        m_made.base = m_parts.address(base, Place());
        judgeHost(m_made.base, base);
    }
    declared.answers.clear();
}

// A host that is written out and is none of the hosts that are written out would never be talked to.
void ManifestReading::judgeHost(const Template &address, const Spot &spot)
{
    constexpr std::string_view scheme = "https://";
    if (address.parts.empty() || !address.parts[0].literal.starts_with(scheme))
        return;
    const auto rest = std::string_view(address.parts[0].literal).substr(scheme.size());
    const auto end = rest.find_first_of("/?");
    if (end == std::string_view::npos && address.parts[0].hasPath)
        return; // the name goes on with a value
    const auto host = folded(rest.substr(0, end));
    for (const auto &allowed : m_made.hosts) {
        if (allowed.parts.empty())
            continue;
        const auto &last = allowed.parts.back();
        const bool isWritten = std::ranges::none_of(allowed.parts, &TemplatePart::hasPath);
        const auto name = isWritten ? folded(allowed.written) : last.hasPath ? std::string() : "*" + folded(last.literal);
        if (name.empty() || name == host || (name.starts_with("*") && host.ends_with(name.substr(1))))
            return;
    }
    m_marks.error(spot, words("manifest", "\"%1\" is not in \"hosts\": it would never be talked to", {host}));
}

void ManifestReading::readDiscovery()
{
    const auto discovery = m_root.member("discovery");
    for (size_t i = 0; i < discovery.value.size(); ++i) {
        const auto spot = discovery.at(i);
        DiscoveryStep step;
        step.id = textOf(spot.member("id"));
        step.request = readRequest(spot.member("request"), Place(), m_parts);
        if (step.request.url)
            judgeHost(*step.request.url, spot.member("request").member("url"));
        step.auth = readAuthChoice(spot.member("auth"), Place(), m_parts);
        step.require = m_parts.paths(spot.member("require"), Place());
        step.missing = textOf(spot.member("missing"));
        const auto written = Path::parse("$" + step.id);
        if (!written || written->root != Root::Answer)
            m_marks.error(spot.member("id"), words("manifest", "\"%1\" is the name of a scope; choose another id", {step.id}));
        if (std::ranges::find(m_parts.declared().answers, step.id) != m_parts.declared().answers.end())
            m_marks.error(spot.member("id"), words("manifest", "another step has the id \"%1\"", {step.id}));
        m_parts.declared().answers.push_back(step.id);
        m_made.discovery.push_back(std::move(step));
    }
}

void ManifestReading::readAuthAndTest()
{
    Place place;
    place.anyParent = true;
    if (const auto auth = m_root.member("auth"); auth.isThere()) {
        m_made.auth = readAuth(auth, place, m_parts);
        m_made.info.signsInByBrowser = m_made.auth->scheme == AuthScheme::OAuth2AuthorizationCode;
        judgeHost(m_made.auth->tokenUrl, auth.member("token_url"));
    }
    readTests();
    const bool needsBase = std::ranges::any_of(m_made.tests, [](const ConnectionTest &test) { return test.request.path.has_value(); })
        || std::any_of(m_root.member("streams").value.begin(), m_root.member("streams").value.end(),
            [](const JsonValue &stream) { return stream.member("request").member("path").type() != JsonType::Absent; });
    if (needsBase && m_made.base.isEmpty())
        m_marks.error(m_root, words("manifest", "\"base\" is missing here: requests with a \"path\" are put behind it"));
}

void ManifestReading::readTests()
{
    const auto test = m_root.member("test");
    if (test.value.isObject())
        m_made.tests.push_back({{}, readRequest(test, Place(), m_parts)});
    for (size_t i = 0; test.value.isList() && i < test.value.size(); ++i) {
        const auto choice = test.at(i);
        m_made.tests.push_back(
            {m_parts.conditions(choice.member("only"), Place().withoutRecord()), readRequest(choice.member("request"), Place(), m_parts)});
    }
}

void ManifestReading::readRates()
{
    const auto pace = m_root.member("pace");
    m_made.pace = {wholeOf(pace.member("requests_per_minute"), 0), wholeOf(pace.member("concurrency"), 1),
        wholeOf(pace.member("budget"), PaceSpec().budget)};
    const auto limits = m_root.member("limits");
    const LimitSpec usual;
    m_made.limits = {wholeOf(limits.member("timeout_seconds"), usual.timeoutSeconds),
        wholeOf(limits.member("body_megabytes"), usual.bodyMegabytes), wholeOf(limits.member("attempts"), usual.attempts)};
    const auto rate = m_root.member("rate_limit");
    for (const auto status : rate.member("status").value)
        m_made.rateLimit.statuses.push_back(wholeOf({status, {}}, 0));
    m_made.rateLimit.when = m_parts.conditions(rate.member("when"), Place());
    const auto waits = rate.member("wait");
    for (size_t i = 0; i < waits.value.size(); ++i) {
        const auto spot = waits.at(i);
        WaitHint hint;
        hint.header = folded(spot.member("header").text());
        hint.path = m_parts.optionalPath(spot.member("path"), Place());
        if (const auto pattern = spot.member("pattern"); pattern.isThere())
            hint.pattern = m_parts.pattern(pattern, true);
        const auto unit = spot.member("unit").text();
        hint.unit = unit == "milliseconds" ? WaitUnit::Milliseconds
            : unit == "epoch_seconds"      ? WaitUnit::EpochSeconds
            : unit == "epoch_milliseconds" ? WaitUnit::EpochMilliseconds
                                           : WaitUnit::Seconds;
        m_made.rateLimit.waits.push_back(std::move(hint));
    }
}

void ManifestReading::readErrors()
{
    const auto errors = m_root.member("errors");
    for (size_t i = 0; i < errors.value.size(); ++i) {
        const auto spot = errors.at(i);
        m_made.errors.push_back({m_parts.conditions(spot.member("when"), Place()), m_parts.optionalPath(spot.member("message"), Place()),
            m_parts.optionalPath(spot.member("code"), Place()), isTrue(spot.member("retry"), false), isTrue(spot.member("auth"), false)});
    }
}

void ManifestReading::judgeUse()
{
    const auto &used = m_parts.declared().used;
    for (const auto *list : {"settings", "secrets"}) {
        const auto spot = m_root.member(list);
        for (size_t i = 0; i < spot.value.size(); ++i) {
            const auto id = textOf(spot.at(i).member("id"));
            if (!used.contains(std::string(list) + "." + id))
                m_marks.warning(spot.at(i), words("manifest", "\"%1\" is asked for and used nowhere", {id}));
        }
    }
    for (size_t i = 0; i < m_made.streams.size(); ++i) {
        const auto &stream = m_made.streams[i];
        if (stream.emits.empty() && !stream.keep && !stream.isParent)
            m_marks.warning(m_root.member("streams").at(i),
                words("manifest", "nothing is made of the stream \"%1\", and no other stream uses it", {stream.id}));
        if (const auto url = m_root.member("streams").at(i).member("request").member("url"); stream.request.url)
            judgeHost(*stream.request.url, url);
    }
}

} // namespace

const StreamSpec *Manifest::stream(std::string_view id) const
{
    const auto found = std::ranges::find(streams, id, &StreamSpec::id);
    return found == streams.end() ? nullptr : &*found;
}

ReadManifest readManifest(std::string json, const std::string &file)
{
    Marks marks(file);
    auto tree = readJson(std::move(json), JsonReader::Lines::Keep);
    if (!tree) {
        ReadManifest failed;
        failed.problems.push_back({file, 0, {}, tree.error().message, true});
        return failed;
    }
    const Spot root{tree->root(), {}};
    grammar().check(root.value, marks);
    ReadManifest result;
    if (!marks.hasErrors()) {
        auto manifest = ManifestReading(root, marks).read(file);
        if (!marks.hasErrors())
            result.manifest = std::make_shared<const Manifest>(std::move(manifest));
    }
    result.problems = marks.take();
    return result;
}

} // namespace br::rest
