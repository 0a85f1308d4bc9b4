#include <hpcverify.h>

double both_added(int n, const double *x)
{
    double even = 0.0, odd = 0.0;
    for (int i = 0; i + 1 < n; i += 2) {
        even += x[i];
        odd += x[i + 1];
    }
    return even + odd + (n % 2 ? x[n - 1] : 0.0);
}

void read_in_the_next_turn(int n, const double *x, double *y)
{
    double before = 0.0;
    for (int i = 0; i < n; i++) {
        y[i] = x[i] - before;
        before = x[i];
    }
}

void first_value_not_needed(int n, const double *x, double *y)
{
    double t = 0.0;
    for (int i = 0; i < n; i++) {
        t = x[i] * 2.0;
        y[i] = t;
    }
}

void blocks_that_add(int m, int n, const double *x, double *y)
{
    for (int i = 0; i < m; i++)
        y[i] = 0.0;
    for (int block = 0; block < n; block += 8)
        for (int i = 0; i < m; i++) {
            double sum = 0.0;
            for (int j = block; j < block + 8 && j < n; j++)
                sum += x[i * n + j];
            y[i] += sum;
        }
}

void said_to_be_unused(int n, const double *x, double *y)
{
    double most = 0.0;
    for (int i = 0; i < n; i++) {
        most = x[i];
        y[i] = x[i];
    }
    (void)most;
}

void steps_of_pointers(int n, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        *y++ = *x++;
    }
    *y++ = 0.0;
}

void first_values_are_constants(int n, const double *x, double *y)
{
    double sum = -1.0;
    int last = 0;
    for (int i = 0; i < n; i++) {
        sum = x[i];
        last = i;
        y[last] = sum;
    }
}

void named_and_said_to_be_unused(int n, const double *x, double *y)
{
    const double first = x[0];
    (void)first;
    for (int i = 0; i < n; i++)
        y[i] = x[i];
}

void extent_of_an_array(int n, const double *x, double *y)
{
    const int twice = 2 * n;
    double copy[twice];
    for (int i = 0; i < n; i++) {
        copy[i] = x[i];
        y[i] = copy[i];
    }
}
