// libzip's reader of archives.
#pragma once

#include <zip.h>
