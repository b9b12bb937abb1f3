// SPDX-License-Identifier: MIT
#include "core/scenario/waiting_in_threads.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

namespace coroscope::scenario {
namespace {

constexpr std::array<std::string_view, 8> waiting{"with", "acquire", "wait_event", "wait_condition",
                                                  "put",  "get",     "join",       "barrier"};

class Search {
public:
    explicit Search(const JsonNode& root) : m_root(root) {}

    void visit(const JsonNode& node)
    {
        if (node.isArray()) {
            for (const JsonNode& item : node.items())
                visit(item);
        } else if (node.isObject()) {
            visitObject(node);
        }
    }

private:
    void visitObject(const JsonNode& node)
    {
        for (const JsonNode& member : node.members()) {
            if (std::ranges::count(waiting, member.key()) > 0)
                node.fail("\"" + member.key() +
                          "\" waits for an object of the event loop, which a thread cannot do; "
                          "leave out the strategies \"threads\" and \"processes\"");
            if (member.key() == "call" && member.isString())
                visitFunction(member.string());
            else
                visit(member);
        }
    }

    void visitFunction(const std::string& name)
    {
        if (!m_visited.insert(name).second)
            return;
        for (const JsonNode& function : m_root.at("functions").items()) {
            if (function.at("name").string() == name)
                visit(function.at("body"));
        }
    }

    const JsonNode& m_root;
    std::set<std::string> m_visited;
};

}  // namespace

void requireNoWaitingForObjects(const JsonNode& root)
{
    Search(root).visit(root.at("calls"));
}

}  // namespace coroscope::scenario
