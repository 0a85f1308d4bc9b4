int main(void)
{
    int x = 0, y = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task shared(x) depend(out : x)
        x = 1;
#pragma omp task shared(y)
        y = 1;
#pragma omp taskwait depend(in : x)
        x = 2;
#pragma omp taskwait
        y = 2;
    }
    return x + y;
}
