// expect: ok
// Four histograms in turn, so that equal values in a row do not wait for one counter; added up at the end.
#include <stdlib.h>

void histogram_optimized(int n, int bins, const int *value, int *count)
{
    int *part = calloc((size_t)bins * 4 + 1, sizeof *part);
    int *const a = part, *const b = a + bins, *const c = b + bins, *const d = c + bins;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
        a[value[i]]++;
        b[value[i + 1]]++;
        c[value[i + 2]]++;
        d[value[i + 3]]++;
    }
    for (; i < n; i++)
        a[value[i]]++;
    for (int bin = 0; bin < bins; bin++)
        count[bin] = a[bin] + b[bin] + c[bin] + d[bin];
    free(part);
}
