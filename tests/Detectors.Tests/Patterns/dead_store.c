#include <hpcverify.h>

double sum_never_added(int n, const double *x)
{
    double even = 0.0, odd = 0.0;
    for (int i = 0; i + 1 < n; i += 2) {
        even += x[i];
        odd += x[i + 1]; //~ HV5104
    }
    if (n % 2)
        even += x[n - 1];
    return even;
}

void overwritten_element(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        y[i] = 2.0 * x[i]; //~ HV5104
        y[i] = 3.0;
    }
}

static double scaled(const double *x, double factor)
{
    double result = x[0]; //~ HV5104
    result = x[1] * factor; //~ HV5104
    result = x[0] * factor;
    return result;
}

void in_a_function(int n, const double *x, double *y)
{
    y[0] = scaled(x, 2.0);
}

#define STORE(to, what) ((to) = (what))

void blocks_that_overwrite(int m, int n, const double *x, double *y)
{
    for (int block = 0; block < n; block += 8)
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = block; j < block + 8 && j < n; j++)
                sum += x[i * n + j];
            STORE(y[i], sum); //~ HV5104
        }
}

void pointers_advanced(int n, const double *x, double *y)
{
    double kept = 0.0;
    for (const double *end = x + n; x < end; x++, y++) {
        *y = *x + 1.0;
        kept = *x * 2.0; //~ HV5104
    }
}

void initialised_for_nothing(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double sum = x[i] * x[i]; //~ HV5104
        sum = x[i];
        y[i] = sum;
    }
}

double norm_nobody_reads(int n, const double *x)
{
    double sum = 0.0;
    for (int i = 0; i < n; i++)
        sum += x[i];
    const double mean = sum / n; //~ HV5104
    return sum;
}
