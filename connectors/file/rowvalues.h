// RowValues: what the slots of one row hold while it is read; views into the row, or texts that steps made.
//
// Thread rule: one thread; views live until reset(), those into the row until the next row.
#pragma once

#include "connectors/file/layout.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace br {

class RowValues final {
public:
    explicit RowValues(size_t count)
        : m_values(count)
    {
    }
    // For conditions that ask for the month: its last day, and how the file writes dates.
    void setMonth(Day lastDay, DateOrder dates)
    {
        m_lastDay = lastDay;
        m_dates = dates;
    }
    bool isAfterMonth(size_t slot) const
    {
        const auto day = readDate(m_values[slot], m_dates).day;
        return day && m_lastDay && *day > *m_lastDay;
    }
    // Cells of the file (setCell) stay: the next row has them too.
    void reset()
    {
        if (!m_isChanged)
            return;
        std::fill(m_values.begin(), m_values.end(), std::string_view());
        m_owned.clear();
        m_isChanged = false;
    }
    std::string_view operator[](size_t slot) const { return m_values[slot]; }
    // For the slots that every row sets.
    void setCell(size_t slot, std::string_view cell) { m_values[slot] = cell; }
    void setView(size_t slot, std::string_view view)
    {
        m_isChanged = true;
        m_values[slot] = view;
    }
    void set(size_t slot, std::string text)
    {
        m_isChanged = true;
        m_owned.push_back(std::move(text));
        m_values[slot] = m_owned.back();
    }
    // To try a variant of the row (one of its records) and come back.
    std::vector<std::string_view> snapshot() const { return m_values; }
    void restore(const std::vector<std::string_view> &values)
    {
        m_isChanged = true;
        m_values = values;
    }

private:
    std::vector<std::string_view> m_values;
    std::deque<std::string> m_owned; // stable addresses
    bool m_isChanged = false;        // by something else than the cells
    MaybeDay m_lastDay;
    DateOrder m_dates = DateOrder::Unknown;
};

// Empty, or one of the words programs write for nothing: "-", "n/a", "null", "none", "never".
bool isBlank(std::string_view text);

bool holds(const Condition &condition, const RowValues &values);
bool holdAll(const std::vector<Condition> &conditions, const RowValues &values);

struct StepProblem {
    size_t slot = 0;
    std::string value;
};
// The first group of the pattern, or the whole match; nothing where it does not fit.
std::string matched(const QRegularExpression &pattern, const std::string &text);
// Runs the steps in order; a value that a strict map lacks, or a needed pattern does not fit, is a problem of the row.
std::optional<StepProblem> run(const std::vector<Step> &steps, RowValues &values);

} // namespace br
