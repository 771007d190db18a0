// Measure: the median time of some work, and a JSON object of numbers on the standard output.
//
// tell("-a", 1) begins the object, tell("b", 2) goes on; the caller closes it. Thread rule: one thread.
#pragma once

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

namespace br {

struct Taken {
    double ms = 0;
    double cpu = 0; // of this process
};

inline Taken medians(int times, const std::function<void()> &work)
{
    std::vector<double> taken;
    std::vector<double> cpu;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto began = std::clock();
        work();
        cpu.push_back(static_cast<double>(std::clock() - began) * 1e3 / CLOCKS_PER_SEC);
        taken.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(taken);
    std::ranges::sort(cpu);
    return {taken[taken.size() / 2], cpu[cpu.size() / 2]};
}

inline double median(int times, const std::function<void()> &work) { return medians(times, work).ms; }

inline void tell(const char *what, double value)
{
    std::printf("%s%s\": %.3f", what[0] == '-' ? "{\"" : ", \"", what[0] == '-' ? what + 1 : what, value);
}

} // namespace br
