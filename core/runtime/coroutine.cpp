// SPDX-License-Identifier: MIT
#include "core/runtime/coroutine.h"

namespace coroscope {

constinit thread_local PromiseBase* PromiseBase::leaf = nullptr;

void PromiseBase::destroyChain(PromiseBase* leaf) noexcept
{
    while (leaf != nullptr) {
        PromiseBase* const caller = leaf->m_caller;
        if (leaf->m_owner != nullptr)
            *leaf->m_owner = nullptr;
        leaf->handle().destroy();
        leaf = caller;
    }
}

}  // namespace coroscope
