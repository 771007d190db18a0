// ActHistory: what can be undone and decided again, as it was answered: an entry moves when its verb was done, not when it was asked.
//
// A refused undo so stays where it was. Undo asks to reopen; it knows no other way back.
#pragma once

#include "core/workspace/deciding.h"

#include <optional>
#include <vector>

namespace br {

class ActHistory final {
public:
    using Acts = std::vector<DecideRequest>; // that were decided in one step

    bool canUndo() const { return !m_done.empty(); }
    bool canRedo() const { return !m_undone.empty(); }
    void start(std::vector<Acts> done); // of this workspace and month: those of another one go
    // What to ask for now; none: there is nothing, or the last one was not answered yet.
    std::optional<Acts> undo(const std::string &reason);
    std::optional<Acts> redo();
    // The answers.
    void takeDone(const Acts &acts);
    void takeRefused(const Acts &acts);

private:
    enum class Way { Undo, Redo };
    struct Asked {
        Way way;
        Acts acts;
    };
    bool isAnswered(const Acts &acts) const;
    void forgetRows(const Acts &acts);

    std::vector<Acts> m_done; // the last one at the end
    std::vector<Acts> m_undone;
    std::optional<Asked> m_asked;
};

} // namespace br
