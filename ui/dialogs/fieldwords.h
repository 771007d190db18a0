// FieldWords: what a field of the neutral records is called in words that a billing manager uses. Pure function.
#pragma once

#include <QString>

#include <string>

namespace br {

QString fieldWords(const std::string &name); // "account_id" -> "Account number or name"; an unknown name as it is, without "_"

} // namespace br
