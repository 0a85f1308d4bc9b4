/* The device changes its copy of 'n' only: the loop after it still ends before its two halves meet. */
double a[100];

int main(void)
{
    int n = 50;
#pragma omp target
    {
        n = 99;
    }
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        a[i] = a[i + 50];
    }
    return 0;
}
