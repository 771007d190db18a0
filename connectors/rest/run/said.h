// What the vendor said: errors inside an answer, its own message, and the sentence that a person reads of a refused request.
//
// Thread rule: pure functions.
#pragma once

#include "connectors/rest/http/httpclient.h"
#include "connectors/rest/manifest/manifest.h"
#include "connectors/rest/redactor.h"

#include <string>

namespace br::rest {

// The manifest's rule that calls this answer an error; null: none.
const ErrorRule *errorIn(const Manifest &manifest, const JsonValue &root);
// By the manifest's paths, else by the shapes that most vendors use; as it is: quote it through the Redactor.
std::string messageIn(const Manifest &manifest, const JsonValue &root);

struct Asked {         // what a sentence names
    std::string what;  // "Devices, page 3"
    std::string where; // "GET api.example.com/v1/devices"
    std::string host;
};
// Of a status that is no success, or of an error rule (null: by the status alone).
Error answerError(
    const Manifest &manifest, const Redactor &redactor, const Asked &asked, int status, const JsonValue &root, const ErrorRule *rule);

} // namespace br::rest
