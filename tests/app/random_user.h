// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <random>

#include "app/window/main_window.h"

namespace coroscope::test {

/// Somebody who does to a window whatever comes into their mind: keys, clicks, drags, the wheel,
/// files, sizes, themes, languages. Never quits, and leaves dialogs sooner or later by Escape.
class RandomUser : public QObject {
    Q_OBJECT

public:
    /// Opens `files` now and then; what it does depends on the seed, but also on when the programs
    /// have run.
    RandomUser(MainWindow& window, Ticks& now, QStringList files, unsigned seed);

    /// Ends, also when it waits for a dialog: then something is done in that meanwhile.
    void act();
    /// What was done last, the latest at the end.
    [[nodiscard]] QString memory() const { return m_memory.join(QStringLiteral("\n  ")); }

private:
    struct Action;
    static const std::vector<Action>& actions();

    void remember(const QString& text);
    std::size_t below(std::size_t count) { return m_random() % count; }
    int between(int least, int most)
    {
        return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
    }
    QPoint pointIn(const QWidget& widget);
    QWidget* someWidget(QWidget& top, QPoint& at);
    Qt::KeyboardModifiers someModifiers();

    void pressShortcut();
    void pressKey();
    void type();
    void click();
    void drag();
    void wheel();
    void resize();
    void openSomething();
    void changeParameter();
    void changeLook();
    void toggleStart();
    void letTimePass();
    void useDialog(QWidget& dialog);
    void actSomehow();
    void watch(int action);

    MainWindow& m_window;
    Ticks& m_now;
    const QStringList m_files;
    std::mt19937 m_random;
    QStringList m_memory;
    int m_action = 0;  // the number of the one that is being done
    QWidget* m_dialog = nullptr;
    int m_inDialog = 0;
};

}  // namespace coroscope::test
