// SPDX-License-Identifier: MIT
#include "tests/support/random/recipes.h"

#include <array>

namespace coroscope::test {
namespace {

constexpr auto anywhere = Recipe::Place::Anywhere;
constexpr auto plain = Recipe::Place::Plain;
constexpr auto coroutine = Recipe::Place::Coroutine;

constexpr std::array<Recipe, 32> table{{
    {Level::Steps, 10, anywhere, false, writePrint},
    {Level::Steps, 10, anywhere, false, writeSleep},
    {Level::Steps, 5, anywhere, false, writeYield},
    {Level::Steps, 2, anywhere, false, writeWork},
    {Level::Steps, 2, anywhere, false, writeBlock},
    {Level::Steps, 3, anywhere, false, writeLet},
    {Level::Steps, 1, anywhere, false, writeReturn},
    {Level::Steps, 3, anywhere, true, writeIf},
    {Level::Steps, 4, anywhere, true, writeRepeat},
    {Level::Steps, 8, anywhere, true, writeAwait},
    {Level::Steps, 12, coroutine, true, writeCreateTask},
    {Level::Steps, 6, coroutine, false, writeAwaitTask},
    {Level::Steps, 6, coroutine, true, writeGather},
    {Level::Steps, 5, coroutine, false, writeCancel},
    {Level::Steps, 3, coroutine, true, writeUncancelledTry},
    {Level::Objects, 2, anywhere, false, writeRaise},
    {Level::Objects, 7, anywhere, true, writeTry},
    {Level::Objects, 7, coroutine, true, writeWith},
    {Level::Objects, 5, coroutine, true, writeCondition},
    {Level::Objects, 5, coroutine, false, writeEvent},
    {Level::Objects, 8, coroutine, false, writeQueue},
    {Level::Waiting, 5, coroutine, true, writeWait},
    {Level::Waiting, 6, coroutine, true, writeWaitFor},
    {Level::Waiting, 5, coroutine, true, writeShield},
    {Level::Waiting, 5, coroutine, true, writeAsCompleted},
    {Level::Groups, 7, coroutine, true, writeTaskGroup},
    {Level::Groups, 7, coroutine, true, writeTimeout},
    {Level::Everything, 4, coroutine, false, writeFuture},
    {Level::Everything, 4, coroutine, false, writeBarrier},
    {Level::Everything, 8, coroutine, true, writeRunInExecutor},
    {Level::Everything, 1, coroutine, true, writeCallForgotten},
    {Level::Everything, 1, plain, false, writeMistake},
}};

}  // namespace

std::span<const Recipe> recipes()
{
    return table;
}

}  // namespace coroscope::test
