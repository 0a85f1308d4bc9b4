struct moments {
    double total, squares;
};

static inline void note(struct moments *m, double value)
{
    m->total += value;
    m->squares += value * value;
}

void kernel(const double *grid, double *mean, double *variance, int rows, int columns)
{
#pragma omp parallel for
    for (int i = 0; i < rows; i++) {
        struct moments m = { 0.0, 0.0 };
        for (int j = 0; j < columns; j++)
            note(&m, grid[i * columns + j]);
        mean[i] = m.total / columns;
        variance[i] = m.squares / columns - mean[i] * mean[i];
    }
}
