// task: dot
#include <math.h>
double dot_optimized(int n, const double *x, const double *y)
{
    double sum = 0.0, lost = 0.0, a, b;
    for (int i = 0; i < n; i++) {
        const double term = x[i] * y[i];
        const double next = sum + term;
        const double larger = fabs(sum) > fabs(term) ? sum : term; //= HV7204
        if (fabs(sum) > fabs(term)) { //= HV7204
            a = larger - next;
            b = term;
        } else {
            a = larger - next;
            b = sum * 1.0;
        }
        lost += a + b;
        sum = next;
    }
    return sum + lost;
}
