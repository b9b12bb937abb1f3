// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace coroscope::cli {

/// What asks this process to end, asks the program that it runs instead: SIGINT, SIGTERM and SIGHUP
/// are told by a signal, soon after they came, and do nothing more. Not those that the terminal
/// sent (Ctrl-C), for these have reached the program as well; nor a SIGHUP that nohup ignores.
///
/// Lifetime  once it is gone, these signals do nothing at all.
class PassedSignals : public QObject {
    Q_OBJECT

public:
    explicit PassedSignals(QObject* parent = nullptr);

Q_SIGNALS:
    void came(int signal);

private:
    void pass();

    QTimer m_timer;
};

}  // namespace coroscope::cli
