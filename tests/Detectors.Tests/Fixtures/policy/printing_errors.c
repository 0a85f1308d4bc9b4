#include <stdio.h>
#include <stdlib.h>
void kernel(double *c)
{
    double *copy = malloc(8);
    if (!copy) {
        fprintf(stderr, "no memory\n"); //~ HV1106
        perror("malloc"); //~ HV1106
        exit(1);
    }
    c[0] = copy[0] = 1;
    free(copy);
}
