double x[100];

int main(void)
{
#pragma omp target map(tofrom: x) nowait
    x[0] = 1;
    x[0] = 2;
#pragma omp taskwait
    return 0;
}
