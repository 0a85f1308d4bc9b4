int total;
void add(int n)
{
#pragma omp parallel
    {
#pragma omp critical(sum)
        total += n;
#pragma omp critical(sum)
        total -= 1;
    }
}
