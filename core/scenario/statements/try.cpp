// SPDX-License-Identifier: MIT
#include <optional>
#include <string>
#include <vector>

#include "core/scenario/interpreter.h"
#include "core/scenario/python_error.h"
#include "core/scenario/statement_table.h"
#include "core/scenario/statements/exception_text.h"

namespace coroscope::scenario {
namespace {

struct Handler {
    std::vector<std::string> types;  // empty: every exception
    std::optional<Scope::Slot> name;
    Block body;

    [[nodiscard]] bool catches(const std::string& type) const
    {
        for (const std::string& base : types) {
            if (isSubclass(type, base))
                return true;
        }
        return types.empty();
    }
};

class Try final : public Statement {
public:
    Try(Block body, std::vector<Handler> handlers, Block otherwise, Block finally)
        : m_body(std::move(body)),
          m_handlers(std::move(handlers)),
          m_else(std::move(otherwise)),
          m_finally(std::move(finally))
    {
    }

    [[nodiscard]] Coroutine<Flow> execute(Frame& frame) const override
    {
        BlockEnd end = co_await tryBlock(m_body, frame);
        if (end.error) {
            if (const Handler* const handler = handlerFor(end.error))
                end = co_await handle(*handler, std::move(end.error), frame);
        } else if (end.flow == Flow::Next) {
            end = co_await tryBlock(m_else, frame);
        }
        if (m_finally.empty())
            co_return end.proceed();
        co_return co_await finish(std::move(end), frame);
    }

private:
    [[nodiscard]] const Handler* handlerFor(const std::exception_ptr& error) const
    {
        if (m_handlers.empty())
            return nullptr;
        const std::string type = describe(error).error;
        for (const Handler& handler : m_handlers) {
            if (handler.catches(type))
                return &handler;
        }
        return nullptr;
    }

    [[nodiscard]] static Coroutine<BlockEnd> handle(const Handler& handler,
                                                    std::exception_ptr error, Frame& frame)
    {
        if (handler.name)
            frame.set(*handler.name, exceptionValue(toPythonError(error)));
        std::exception_ptr outer = frame.exchangeHandled(std::move(error));
        BlockEnd end = co_await tryBlock(handler.body, frame);
        frame.exchangeHandled(std::move(outer));
        if (handler.name)
            frame.unset(*handler.name);
        co_return end;
    }

    // Whatever `finally` does goes before what was to be done.
    [[nodiscard]] Coroutine<Flow> finish(BlockEnd end, Frame& frame) const
    {
        Value returned = std::move(frame.returned);
        std::exception_ptr outer = frame.exchangeHandled(end.error ? end.error : frame.handled());
        const BlockEnd last = co_await tryBlock(m_finally, frame);
        frame.exchangeHandled(std::move(outer));
        if (last.error || last.flow == Flow::Return)
            co_return last.proceed();
        frame.returned = std::move(returned);
        co_return end.proceed();
    }

    const Block m_body;
    const std::vector<Handler> m_handlers;
    const Block m_else;
    const Block m_finally;
};

std::vector<std::string> readTypes(const JsonNode& node)
{
    if (!node.isArray())
        return {exceptionName(node)};
    std::vector<std::string> types;
    for (const JsonNode& item : node.items())
        types.push_back(exceptionName(item));
    if (types.empty())
        node.expected("the name of an exception");
    return types;
}

Handler readHandler(const JsonNode& node, StatementReader& reader)
{
    node.allowKeys({"type", "as", "body"});
    Handler handler;
    const auto type = node.find("type");
    const auto name = node.find("as");
    if (type)
        handler.types = readTypes(*type);
    else if (name)
        name->fail("\"as\" needs a \"type\"");
    if (name)
        handler.name = reader.scope().assign(identifier(*name));
    handler.body = reader.block(node.at("body"));
    return handler;
}

}  // namespace

StatementPtr readTry(const JsonNode& node, StatementReader& reader)
{
    Block body = reader.block(node.at("try"));
    std::vector<Handler> handlers;
    if (const auto list = node.find("except")) {
        for (const JsonNode& item : list->items()) {
            if (!handlers.empty() && handlers.back().types.empty())
                item.fail("a handler for every exception must be the last one");
            handlers.push_back(readHandler(item, reader));
        }
    }
    const auto otherwise = node.find("else");
    const auto finally = node.find("finally");
    if (handlers.empty() && !finally)
        node.fail("\"try\" needs \"except\" or \"finally\"");
    if (handlers.empty() && otherwise)
        otherwise->fail("\"else\" needs \"except\"");
    Block elseBody = otherwise ? reader.block(*otherwise) : Block();
    Block finallyBody = finally ? reader.block(*finally) : Block();
    return std::make_unique<Try>(std::move(body), std::move(handlers), std::move(elseBody),
                                 std::move(finallyBody));
}

}  // namespace coroscope::scenario
