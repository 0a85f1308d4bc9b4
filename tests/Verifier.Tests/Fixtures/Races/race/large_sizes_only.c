#include <stdlib.h>
int main(int argc, char **argv)
{
    int n = 100;
    if (argc > 1)
        n = atoi(argv[1]);
    int *x = malloc(sizeof(int) * n);
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
        x[i] = i;             //~ race
        if (i > 20000)
            x[i - 20000] = 0; //~ race
    }
    free(x);
    return 0;
}
