/* Whether a team executes this is for the caller to say. */
double total;
void add(int n, const double *x)
{
#pragma omp for
    for (int i = 0; i < n; i++)
        total += x[i];
}
