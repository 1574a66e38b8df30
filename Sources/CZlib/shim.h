// zlib's reader of files, packed or not.
#pragma once

#include <zlib.h>
