// The tests of one program, by the name of their file: a room's tests are compiled and linked together, and each still runs
// in a process of its own (ctest calls the program once a test).
#pragma once

#include <QTest>

namespace br::test {

// Main thread only; registered before main() and kept for the life of the program.
struct Registered {
    using Run = int (*)(int count, char **arguments);
    Registered(const char *name, Run run);
};

} // namespace br::test

// After the file's namespace name_test, which keeps its helpers apart from those of the files compiled with it.
#define BR_TEST(name, Class)                                                                                                               \
    static const br::test::Registered name##Registered(#name, [](int count, char **arguments) {                                            \
        name##_test::Class test;                                                                                                           \
        return QTest::qExec(&test, count, arguments);                                                                                      \
    });
