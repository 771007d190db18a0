#include "tests/connectors_rest/restfixture.h"

#include "connectors/rest/library/manifestlibrary.h"

#include <QtGlobal>

#include <algorithm>

namespace br::test {

using namespace br::rest;

std::string quoted(std::string text)
{
    std::ranges::replace(text, '\'', '"');
    return text;
}

JsonTree tree(const std::string &singleQuoted)
{
    auto read = readJson(quoted(singleQuoted));
    if (!read)
        qFatal("%s: %s", singleQuoted.c_str(), read.error().message.c_str());
    return std::move(*read);
}

std::string smallManifest()
{
    return R"({
  "manifest": 1,
  "id": "mine", "name": "Mine", "version": "7", "side": "vendor",
  "settings": [{"id": "region", "label": "Region", "kind": "choice", "choices": ["eu", "us"], "default": "eu"}],
  "secrets": [{"id": "api_key", "label": "API key"}],
  "hosts": ["{$settings.region}.example.com", "api.example.com"],
  "base": "https://api.example.com/v1",
  "auth": {"scheme": "headers", "headers": {"X-Api-Key": "{$secrets.api_key}"}},
  "discovery": [{"id": "zone", "request": {"path": "/zone"}, "require": ["url"]}],
  "streams": [
    {"id": "customers", "request": {"path": "/customers"}, "records": "data", "identity": "id",
     "paging": {"scheme": "page", "parameter": "page", "size_parameter": "size", "size": 100}, "complete": {"total": "total"},
     "keep": {"as": "customers", "key": "id", "fields": ["name"]},
     "emit": [{"record": "account", "fields": {"account_id": "id", "account_name": "name"}}]},
    {"id": "seats", "for_each": "customers", "request": {"path": "/customers/{$parent.id}/seats"}, "records": "data",
     "emit": [{"record": "count", "fields": {"account_id": "$parent.id", "meter_id": "sku", "measure": {"value": "used"}, "quantity": "seats",
       "account_name": {"lookup": "customers", "key": "$parent.id", "path": "name"}}}]}
  ]
})";
}

std::string edited(std::string text, const std::string &from, const std::string &to)
{
    const auto at = text.find(from);
    if (at == std::string::npos)
        qFatal("the fixture does not hold %s", from.c_str());
    return text.replace(at, from.size(), to);
}

std::shared_ptr<const Manifest> manifestOf(const std::string &emits, const std::string &streamKeys)
{
    bool isPsa = false;
    for (const auto *record : {"'line'", "'client'", "'product'"})
        isPsa = isPsa || emits.find(record) != std::string::npos;
    const auto text = quoted(std::string("{'manifest': 1, 'id': 'm', 'name': 'Meter maker', 'version': '1', 'side': '")
        + std::string(isPsa ? "psa" : "vendor")
        + "',"
          " 'hosts': ['api.example.com'], 'base': 'https://api.example.com',"
          " 'settings': [{'id': 'region', 'label': 'Region'}],"
          " 'discovery': [{'id': 'zone', 'request': {'path': '/z'}}],"
          " 'streams': [{'id': 'customers', 'request': {'path': '/c'}, 'records': 'data',"
          "   'keep': {'as': 'customers', 'key': 'id', 'fields': ['name', 'owner.mail']}},"
          "  {'id': 'things', 'label': 'Things', 'for_each': 'customers', 'request': {'path': '/x'}, 'records': 'data', "
        + streamKeys + " 'emit': " + emits + "}]}");
    auto read = readManifest(text, "fixture.json");
    if (!read.manifest) {
        for (const auto &problem : read.problems)
            qWarning("%s", problemText(problem).c_str());
        qFatal("the fixture is no manifest: %s", text.c_str());
    }
    return read.manifest;
}

FieldSpec fieldOf(const std::string &field)
{
    const auto manifest = manifestOf("[{'record': 'account', 'fields': {'account_id': " + field + "}}]");
    return manifest->streams[1].emits[0].fields[0].value;
}

Condition conditionOf(const std::string &condition)
{
    const auto manifest = manifestOf("[{'record': 'account', 'when': " + condition + ", 'fields': {'account_id': 'id'}}]");
    return manifest->streams[1].emits[0].when[0];
}

} // namespace br::test
