int count(int n, int *seen)
{
    int next = 0;
#pragma omp parallel for
    for (int i = 0; i < n; i++) {
#pragma omp atomic
        next += 1;         //~ race
        seen[i] = next;    //~ race
    }
    return next;
}
