#include "CAssetSimdJSON.h"

// A release names the library in CSJ_LIBRARY and is not linked with it: what parses no JSON, most questions, then starts
// without it and libstdc++, which takes a tenth of the time off. The linker loads it everywhere else.
#ifdef CSJ_LIBRARY

#include <dlfcn.h>

#include <simdjson.h>

#define CSJ_TEXT_OF(name) #name
#define CSJ_TEXT(name) CSJ_TEXT_OF(name)

namespace {

using Implementation = simdjson::internal::atomic_ptr<const simdjson::implementation>;

struct Library {
  Implementation &(*implementation)() = nullptr;

  Library() {
    void *library = dlopen(CSJ_TEXT(CSJ_LIBRARY), RTLD_NOW | RTLD_LOCAL);
    if (!library) return;
    // The name that compilers for Linux give to simdjson::get_active_implementation().
    void *found = dlsym(library, "_ZN8simdjson25get_active_implementationEv");
    implementation = reinterpret_cast<Implementation &(*)()>(found);
  }
};

const Library &library() {
  static const Library loaded;
  return loaded;
}

}  // namespace

// The one function that simdjson's header calls in the library; all others belong to what it returns.
Implementation &simdjson::get_active_implementation() {
  return library().implementation();
}

int csj_has_library() { return library().implementation != nullptr; }

#else

int csj_has_library() { return 1; }

#endif
