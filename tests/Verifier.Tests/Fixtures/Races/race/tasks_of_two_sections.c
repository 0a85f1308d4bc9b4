void count(int *x)
{
#pragma omp parallel sections
    {
#pragma omp section
        {
#pragma omp task
            x[0] = 1; //~ race
        }
#pragma omp section
        {
            x[0] = 2; //~ race
        }
    }
}
