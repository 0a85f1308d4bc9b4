void kernel(const double *x, int n, double *low, double *high)
{
#pragma omp parallel sections
    {
#pragma omp section
        {
            double least = x[0];
            for (int i = 1; i < n; i++)
                if (x[i] < least)
                    least = x[i];
            *low = least;
        }
#pragma omp section
        {
            double most = x[0];
            for (int i = 1; i < n; i++)
                if (x[i] > most)
                    most = x[i];
            *high = most;
        }
    }
}
