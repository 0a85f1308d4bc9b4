int main(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task shared(x)
        x = 1; //~ race
        x = 2; //~ race
#pragma omp taskwait
    }
    return x;
}
