int *const calls = &(int){ 0 }; //~ HV7102
static double *const cache = (double[]){ 1, 2, 3 }; //~ HV7102
static const double *const table = (const double[]){ 1, 2, 3 }; //= HV7102
void kernel(double *c)
{
    double *const scratch = (double[]){ 4, 5 }; //= HV7102
    c[0] = ++*calls + cache[0] + table[1] + scratch[1];
}
