// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <random>

#include "app/window/main_window.h"

class QAbstractItemView;
class QFileDialog;

namespace coroscope::test {

/// What a user has at hand.
struct RandomMaterial {
    QStringList files;     ///< to open, some of which cannot be
    QStringList programs;  ///< in Python, to record
    QString folder;        ///< to write to
};

/// Somebody who does to a window whatever comes into their mind: keys, clicks, drags, the wheel,
/// commands, files, recordings, exports, sizes, themes, languages. Never quits, and leaves dialogs
/// sooner or later by Escape.
class RandomUser : public QObject {
    Q_OBJECT

public:
    /// What it does depends on the seed, but also on when the programs have run.
    RandomUser(MainWindow& window, Ticks& now, RandomMaterial material, unsigned seed);

    /// Ends, also when it waits for a dialog: then something is done in that meanwhile. The same
    /// goes for dialogs that come while events are processed in between.
    void act();
    /// Closes the window, whatever it asks.
    void leave();
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
    /// Precondition: there is one.
    template <typename List>
    const auto& oneOf(const List& list)
    {
        return list[static_cast<typename List::size_type>(
            below(static_cast<std::size_t>(std::size(list))))];
    }
    QPoint pointIn(const QWidget& widget);
    QWidget* someWidget(QWidget& top, QPoint& at);
    Qt::KeyboardModifiers someModifiers();
    bool choose(const char* command);

    // With keys and the mouse, wherever it is.
    void pressShortcut();
    void pressKey();
    void type();
    void click();
    void drag();
    void hover();
    void wheel();
    void resize();
    // With what there is to be used.
    void chooseCommand();
    void useControl();
    void useRows(QAbstractItemView& view);
    void search();
    void select();
    void followDetails();
    void openSomething();
    void dropSomething();
    void record();
    void exportPicture();
    void stopRecording();
    void changeParameter();
    void changeLook();
    void toggleStart();
    void letTimePass();

    void useDialog(QWidget& dialog);
    bool fillIn(QWidget& dialog);
    void chooseFile(QFileDialog& dialog);
    void pressButton(QWidget& dialog);
    void actSomehow();
    void watch();

    MainWindow& m_window;
    Ticks& m_now;
    const RandomMaterial m_material;
    std::mt19937 m_random;
    QStringList m_memory;
    int m_action = 0;  // the number of the one that is being done
    QWidget* m_dialog = nullptr;
    int m_inDialog = 0;
};

}  // namespace coroscope::test
