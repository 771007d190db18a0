// openSample: the sample workspace, made in the test's folder and opened in the window.
#pragma once

#include "app/sample/sample.h"
#include "tests/gui/guiworld.h"

#include <QTest>

namespace br {

inline bool openSample(GuiWorld &world, Period period)
{
    const QString file = world.folder.filePath(QStringLiteral("sample.brw"));
    NoProgress quiet;
    if (const Status made = makeSampleWorkspace(toUtf8(file), world.environment, quiet); !made) {
        qWarning("%s", made.error().message.c_str());
        return false;
    }
    world.window->choosePeriod(period);
    world.window->files().open(file);
    return QTest::qWaitFor([&] { return world.window->isWorking(); }) && world.settles();
}

} // namespace br
