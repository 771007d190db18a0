// Measure: the median time of some work, and a JSON object of numbers on the standard output.
//
// tell("-a", 1) begins the object, tell("b", 2) goes on; the caller closes it. Thread rule: one thread.
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace br {

inline double median(int times, const std::function<void()> &work)
{
    std::vector<double> taken;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        taken.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(taken);
    return taken[taken.size() / 2];
}

inline void tell(const char *what, double value)
{
    std::printf("%s%s\": %.3f", what[0] == '-' ? "{\"" : ", \"", what[0] == '-' ? what + 1 : what, value);
}

} // namespace br
