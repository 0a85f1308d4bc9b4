/* The section is over before the task is executed. */
int main(void)
{
    int x = 0;
#pragma omp parallel
    {
#pragma omp critical
        {
#pragma omp task shared(x)
            x++; //~ race
        }
    }
    return x;
}
