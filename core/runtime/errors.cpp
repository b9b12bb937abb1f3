// SPDX-License-Identifier: MIT
#include "core/runtime/errors.h"

#include <algorithm>
#include <iterator>

namespace coroscope {
namespace {

// The errors of groups that are being freed; null: none is.
constinit thread_local std::vector<std::exception_ptr>* freedErrors = nullptr;

}  // namespace

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
    } catch (const TimeoutError&) {
        return {"", "TimeoutError"};
    } catch (const QueueFull&) {
        return {"", "QueueFull"};
    } catch (const QueueEmpty&) {
        return {"", "QueueEmpty"};
    } catch (const BrokenBarrierError& error) {
        return {error.what(), "BrokenBarrierError"};
    } catch (const RecursionError& error) {
        return {error.what(), "RecursionError"};
    } catch (const std::invalid_argument& error) {
        return {error.what(), "ValueError"};
    } catch (const std::exception& error) {
        return {error.what(), "RuntimeError"};
    } catch (...) {
        return {"", "RuntimeError"};
    }
}

bool isCancelledError(const std::exception_ptr& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const CancelledError&) {
        return true;
    } catch (...) {
        return false;
    }
}

bool isException(const std::exception_ptr& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const CancelledError&) {
        return false;
    } catch (const NamedError& error) {
        return error.isException();
    } catch (...) {
        return true;
    }
}

bool endsProgram(const std::exception_ptr& exception)
{
    try {
        std::rethrow_exception(exception);
    } catch (const NamedError& error) {
        return error.endsProgram();
    } catch (...) {
        return false;
    }
}

ExceptionGroup::ExceptionGroup(std::string message, std::vector<std::exception_ptr> errors)
    : m_message(std::move(message)),
      m_errors(std::move(errors)),
      m_isException(std::ranges::all_of(m_errors, coroscope::isException))
{
}

ExceptionGroup::~ExceptionGroup()
{
    if (freedErrors != nullptr) {
        std::ranges::move(m_errors, std::back_inserter(*freedErrors));
        return;
    }
    std::vector<std::exception_ptr> errors = std::move(m_errors);
    freedErrors = &errors;
    while (!errors.empty()) {
        const std::exception_ptr freed = std::move(errors.back());
        errors.pop_back();
    }
    freedErrors = nullptr;
}

Outcome ExceptionGroup::outcome() const
{
    return {m_message + " (" + std::to_string(m_errors.size()) + " sub-exception" +
                (m_errors.size() == 1 ? ")" : "s)"),
            m_isException ? "ExceptionGroup" : "BaseExceptionGroup"};
}

}  // namespace coroscope
