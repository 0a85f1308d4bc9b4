// task: histogram
// That counts fit is taken for granted; that the counter does is not, and narrows all that follows.
// termination: proved for all sizes with bins <= 32767
// bounds: proved for all sizes with bins <= 32767
// initialisation: proved for all sizes with bins <= 32767
// coverage: proved for all sizes with bins <= 32767
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (short b = 0; b < bins; b++)
        count[b] = 0;
    for (int i = 0; i < n; i++)
        count[value[i]]++;
}
