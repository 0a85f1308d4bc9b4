/* A dependence orders the tasks of one parent, and each thread is another one. */
int main(void)
{
    int x = 0;
#pragma omp parallel
#pragma omp task shared(x) depend(inout : x)
    x++; //~ race
    return x;
}
