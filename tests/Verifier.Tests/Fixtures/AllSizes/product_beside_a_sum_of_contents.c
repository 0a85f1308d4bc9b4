// task: histogram
// bounds: proved for all sizes with n <= 1073741823
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    const int twice = n * 2;
    for (int b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < twice; i += 2)
        count[value[i / 2]]++;
}
