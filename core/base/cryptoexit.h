// What a program does with OpenSSL when it ends: nothing.
//
// OpenSSL cleans up at exit, while threads that have just ended (QThread::wait() comes back a moment before) may still give back
// what they had of it: both free the same memory, once in some runs of a busy computer. The system takes all of it anyway.
// Source: OPENSSL_init_crypto(3), OPENSSL_INIT_NO_ATEXIT. Thread rule: first thing in main().
#pragma once

namespace br {

void leaveCryptoAtExit();

} // namespace br
