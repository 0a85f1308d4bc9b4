// expect: ok
// Each block of 1024 is summed on its own, then all of it moves up by what the blocks before it add up to.
enum { block = 1024 };

void prefix_sum_optimized(int n, const double *x, double *y)
{
    double offset = 0.0;
    for (int start = 0; start < n; start += block) {
        const int end = n - start < block ? n : start + block;
        double sum = 0.0;
        for (int i = start; i < end; i++) {
            sum += x[i];
            y[i] = sum;
        }
        for (int i = start; i < end; i++)
            y[i] += offset;
        offset += sum;
    }
}
