// Bytes of packs: the encoding of core/base/bytes.h, under the name by which the packs know it.
#pragma once

#include "core/base/bytes.h" // IWYU pragma: export
