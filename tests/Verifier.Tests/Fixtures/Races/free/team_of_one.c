int main(void)
{
    int x = 0;
#pragma omp parallel num_threads(1)
    x = x + 1;
    return x;
}
