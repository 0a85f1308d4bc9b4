/* What is mapped is copied for each thread that comes. */
int main(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp target map(tofrom: x)
    {
#pragma omp atomic
        x++;
    }
    return x;
}
