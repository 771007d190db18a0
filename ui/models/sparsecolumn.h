// SparseColumn: a column of numbers in pieces of some thousand rows; a piece in which every row holds `usual` takes no memory.
//
// Values; reading costs one comparison more than a vector.
#pragma once

#include <cstddef>
#include <vector>

namespace br {

template <class T, T usual = T{}>
class SparseColumn final {
public:
    T operator[](size_t at) const
    {
        const auto &piece = m_pieces[at >> bits];
        return piece.empty() ? usual : piece[at & mask];
    }
    void set(size_t at, T value)
    {
        auto &piece = m_pieces[at >> bits];
        if (piece.empty() && value == usual)
            return;
        if (piece.empty())
            piece.assign(mask + 1, usual);
        piece[at & mask] = value;
    }
    void resize(size_t rows) { m_pieces.resize((rows + mask) >> bits); } // only ever more

private:
    static constexpr size_t bits = 12;
    static constexpr size_t mask = (size_t{1} << bits) - 1;
    std::vector<std::vector<T>> m_pieces;
};

} // namespace br
