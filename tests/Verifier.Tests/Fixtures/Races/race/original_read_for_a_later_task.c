/* The second task's copy of 'x' is made when it is created, while the first may write 'x'. */
void count(int *result)
{
    int x = 0;
#pragma omp parallel
#pragma omp single
    {
#pragma omp task shared(x)
        x = 1; //~ race
#pragma omp task firstprivate(x) //~ race
        result[0] = x;
    }
}
