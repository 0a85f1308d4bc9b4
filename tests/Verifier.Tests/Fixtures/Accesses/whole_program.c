#include <stdio.h>
#include <stdlib.h>

int a[100][100], n = 100;

int main(int argc, char *argv[])
{
    int i, j, len = 1000;
    if (argc > 1)
        len = atoi(argv[1]);
    int *x = malloc(len * sizeof(int));
#pragma omp parallel for
    for (i = 0; i < len - 1; i++)
        x[i] = x[i + 1] + 1;
#pragma omp parallel for private(j)
    for (i = 0; i < n; i++)
        for (j = 0; j < n - 1; j++)
            a[i][j] = a[i][j + 1];
    printf("%d\n", a[50][50]);
    return 0;
}
