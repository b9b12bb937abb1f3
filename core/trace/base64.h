// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace coroscope {

/// Decodes base64 (RFC 4648, with padding) into `bytes`, of which the memory is used again. False
/// at the first character that has no place there; `bytes` are then what came before it.
bool decodeBase64(std::string_view text, std::string& bytes);

}  // namespace coroscope
