// SPDX-License-Identifier: MIT
#include "core/runtime/owned_callback.h"

#include <memory>

namespace coroscope {

void OwnedCallback::callOnce(Callback& callback)
{
    const std::unique_ptr<OwnedCallback> self(static_cast<OwnedCallback*>(&callback));
    self->called();
}

}  // namespace coroscope
