// SPDX-License-Identifier: MIT
#include "core/runtime/errors.h"

namespace coroscope {

Outcome describe(const std::exception_ptr& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const CancelledError& error) {
        return {error.message(), "CancelledError"};
    } catch (const NamedError& error) {
        return error.outcome();
    } catch (const InvalidStateError& error) {
        return {error.what(), "InvalidStateError"};
    } catch (const RecursionError& error) {
        return {error.what(), "RecursionError"};
    } catch (const std::exception& error) {
        return {error.what(), "RuntimeError"};
    } catch (...) {
        return {"", "RuntimeError"};
    }
}

}  // namespace coroscope
