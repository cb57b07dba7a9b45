// The header is the module; this file lets the package build it.
#include "CIntrinsics.h"
