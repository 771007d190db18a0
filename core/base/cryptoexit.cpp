#include "core/base/cryptoexit.h"

#include <openssl/crypto.h>

namespace br {

void leaveCryptoAtExit() { OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr); }

} // namespace br
