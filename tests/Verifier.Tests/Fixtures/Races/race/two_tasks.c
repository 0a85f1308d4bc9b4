int main(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task
        x = 1; //~ race
#pragma omp task
        x = 2; //~ race
    }
    return x;
}
