int total;
void add(int n)
{
#pragma omp parallel
    {
#pragma omp critical(one)
        total += n; //~ race
#pragma omp critical(other)
        total -= 1; //~ race
    }
}
