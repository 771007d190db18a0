#include "core/store/statement.h"

#include "core/store/database.h"

namespace br {

Statement::Statement(Database &database, std::string name, std::unique_ptr<StatementPath> path)
    : m_database(&database)
    , m_name(std::move(name))
    , m_path(std::move(path))
{
}

Statement::~Statement()
{
    if (m_path && !m_name.empty())
        m_database->giveBack(m_name, std::move(m_path));
}

Status Statement::run()
{
    for (;;) {
        const auto more = m_path->step();
        if (!more) {
            m_path->reset();
            return more.error();
        }
        if (!*more)
            break;
    }
    m_path->reset();
    return {};
}

} // namespace br
