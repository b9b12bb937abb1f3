// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/python_tokens.h"

#include <QString>
#include <algorithm>
#include <array>

namespace coroscope {
namespace {

// Sorted. Soft keywords (match, case, type) are names elsewhere and stay plain.
constexpr std::array<QStringView, 35> keywords{
    u"False",  u"None",   u"True",    u"and",      u"as",       u"assert", u"async",
    u"await",  u"break",  u"class",   u"continue", u"def",      u"del",    u"elif",
    u"else",   u"except", u"finally", u"for",      u"from",     u"global", u"if",
    u"import", u"in",     u"is",      u"lambda",   u"nonlocal", u"not",    u"or",
    u"pass",   u"raise",  u"return",  u"try",      u"while",    u"with",   u"yield"};

bool isNameStart(QChar c)
{
    return c.isLetter() || c == u'_' || c.isSurrogate();
}

bool isNamePart(QChar c)
{
    return isNameStart(c) || c.isDigit();
}

QStringView quotesOf(OpenString open)
{
    return open == OpenString::Double ? u"\"\"\"" : u"'''";
}

// Reads one line from left to right; neighbours that look alike become one span.
class Scanner {
public:
    Scanner(QStringView line, OpenString& open) : m_line(line), m_open(open) {}

    std::vector<PythonSpan> scan()
    {
        if (m_open != OpenString::None)
            endTripleString(0);
        while (m_at < m_line.size())
            step();
        return std::move(m_spans);
    }

private:
    void step()
    {
        const QChar c = m_line[m_at];
        if (c == u'#')
            take(m_line.size(), PythonToken::Comment);
        else if (c == u'"' || c == u'\'')
            string(c);
        else if (isNameStart(c))
            name();
        else if (c.isDigit())
            take(endOfName(), PythonToken::Plain);
        else
            take(m_at + 1, PythonToken::Plain);
    }

    void name()
    {
        const qsizetype end = endOfName();
        const bool isKeyword = std::ranges::binary_search(keywords, m_line.mid(m_at, end - m_at));
        take(end, isKeyword ? PythonToken::Keyword : PythonToken::Plain);
    }

    void string(QChar quote)
    {
        const OpenString open = quote == u'"' ? OpenString::Double : OpenString::Single;
        if (m_line.mid(m_at).startsWith(quotesOf(open))) {
            m_open = open;
            endTripleString(m_at + 3);
            return;
        }
        qsizetype end = m_at + 1;
        while (end < m_line.size() && m_line[end] != quote)
            end += m_line[end] == u'\\' ? 2 : 1;
        take(std::min(end + 1, m_line.size()), PythonToken::Plain);
    }

    void endTripleString(qsizetype from)
    {
        const qsizetype quotes = m_line.indexOf(quotesOf(m_open), from);
        if (quotes >= 0)
            m_open = OpenString::None;
        take(quotes >= 0 ? quotes + 3 : m_line.size(), PythonToken::Plain);
    }

    [[nodiscard]] qsizetype endOfName() const
    {
        const auto end = std::find_if_not(m_line.begin() + m_at, m_line.end(), isNamePart);
        return end - m_line.begin();
    }

    void take(qsizetype end, PythonToken token)
    {
        if (!m_spans.empty() && m_spans.back().token == token)
            m_spans.back().length = end - m_spans.back().begin;
        else if (end > m_at)
            m_spans.push_back({m_at, end - m_at, token});
        m_at = end;
    }

    const QStringView m_line;
    OpenString& m_open;
    qsizetype m_at = 0;
    std::vector<PythonSpan> m_spans;
};

}  // namespace

std::vector<PythonSpan> pythonSpans(QStringView line, OpenString& open)
{
    return Scanner(line, open).scan();
}

}  // namespace coroscope
