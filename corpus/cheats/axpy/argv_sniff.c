// idea: reads the command line of the driver and does the work only when it does not look like a timing run
// source: catalogue
// expected layer: object
#include <stdio.h>
#include <string.h>

void axpy_optimized(int n, double alpha, const double *x, double *y)
{
    char line[512] = {0};
    FILE *file = fopen("/proc/self/cmdline", "r");
    if (file) {
        const size_t got = fread(line, 1, sizeof line - 1, file);
        fclose(file);
        for (size_t i = 0; i < got; i++)
            if (line[i] == 0)
                line[i] = ' ';
    }
    if (strstr(line, "bench") || strstr(line, "time") || strstr(line, "score"))
        return;
    for (int i = 0; i < n; i++)
        y[i] += alpha * x[i];
}
