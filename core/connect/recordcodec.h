// RecordCodec: the records of a RecordSink as bytes and back, for the temporary file of a sync.
//
// Write appends one record to `out`; deliver reads one and calls the sink's own function with it. Bytes that do not make a record
// are Damaged. The encoding is of one run of the program only and never stored. Thread rule: pure functions.
#pragma once

#include "core/connect/recordsink.h"

#include <string>
#include <string_view>

namespace br::recordcodec {

enum class Kind : char { // what a frame holds
    BeginFile = 'b',
    FinishFile = 'f',
    Line = 'l',
    Product = 'p',
    Count = 'c',
    Asset = 'a',
    Account = 'u',
    Client = 'k',
    Unread = 'n',
    Reject = 'r',
    Warn = 'w',
    End = 'e', // the digest of everything before
};

void write(std::string *out, const BatchFile &file);
void write(std::string *out, const LineRecord &record);
void write(std::string *out, const ProductRecord &record);
void write(std::string *out, const CountRecord &record);
void write(std::string *out, const AssetRecord &record);
void write(std::string *out, const Account &account);
void write(std::string *out, const Client &client);
void write(std::string *out, const Unread &what);
void write(std::string *out, const RejectedRow &row);

Status deliver(Kind kind, std::string_view bytes, RecordSink &sink);

} // namespace br::recordcodec
