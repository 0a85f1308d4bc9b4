// task: histogram
// says: bitwise
// assumes: index arrays as drawn
// A store at an index that depends on contents is not modelled: the array is drawn.
void histogram_optimized(int n, int bins, const int *value, int *count)
{
    for (int b = bins - 1; b >= 0; b--)
        count[b] = 0;
    for (int i = n - 1; i >= 0; i--)
        count[value[i]]++;
}
