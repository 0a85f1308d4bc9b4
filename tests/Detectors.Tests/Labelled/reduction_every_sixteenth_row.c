double kernel(const double *grid, int rows, int columns)
{
    double sum = 0.0;
    for (int i = 0; i < rows; i += 16)
        for (int j = 0; j < columns; j++)
            sum += grid[i * columns + j];
    return sum;
}
