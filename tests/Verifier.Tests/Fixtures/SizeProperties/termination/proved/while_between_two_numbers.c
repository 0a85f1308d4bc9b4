// task: twice_in_range
// Two variables move towards each other.
void twice_optimized(int n, const double *x, double *y)
{
    int low = 0, high = n - 1;
    while (low <= high) {
        y[low] = 2 * x[low];
        y[high] = 2 * x[high];
        low++;
        high--;
    }
}
